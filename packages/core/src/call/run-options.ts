import type { EventListener } from '../events/publish.js';
import type { PayloadSigning } from './payload-signing.js';

/** The options that a call itself reads. `CallOptions` documents them and adds session, region and profile. */
export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly attemptTimeoutMs?: number | undefined;
  readonly maxAttempts?: number | undefined;
  readonly payloadSigning?: PayloadSigning | undefined;
  readonly onEvent?: EventListener | undefined;
}
