import type { EventListener } from '../events/publish.js';

/** What a call reads of its options. `CallOptions` documents the members and adds where the call is made. */
export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly attemptTimeoutMs?: number | undefined;
  readonly maxAttempts?: number | undefined;
  readonly onEvent?: EventListener | undefined;
}
