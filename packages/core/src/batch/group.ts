import type { AnyOperation } from '../operation/any-operation.js';
import type { Call } from '../session/call.js';
import type { SessionInternals } from '../session/session-internals.js';

/** What becomes of a caller. */
export interface Outcome {
  readonly resolve: (item: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A caller that waits for its item of a joined answer. */
export interface Caller extends Outcome {
  readonly id: string;
  readonly call: Call;
  readonly timeoutMs: number;
}

/** Calls that may go out together: same operation, same options, same members beside the ID. */
export interface Group {
  readonly declaration: AnyOperation;
  readonly session: SessionInternals;
  /** The request without the IDs, in AWS's words. */
  readonly rest: object;
  readonly callers: Caller[];
}
