import { attemptDirectly } from './direct/attempt-directly.js';
import { directOperation } from './direct/direct-operation.js';
import { rememberWay } from './direct/way.js';
import { replacementOf } from './middleware/replacement-of.js';

/** The replacements of the SDK's middleware. */
export interface OwnWay {
  readonly attemptDirectly: typeof attemptDirectly;
  readonly directOperation: typeof directOperation;
  readonly rememberWay: typeof rememberWay;
  readonly replacementOf: typeof replacementOf;
}

/** Loaded with the first request. */
export const ownWay: OwnWay = { attemptDirectly, directOperation, rememberWay, replacementOf };
