import type { CallOptions } from '@arch/core/builder';

/** Time in seconds for which AWS waits for the end of a statement before it responds. The Data API allows up to 30. */
export const waitTimeSeconds = 20;

/** Extends the timeouts of a call by the time for which AWS waits before it responds. */
export const longPoll = (options: CallOptions): CallOptions => {
  const attemptTimeoutMs = waitTimeSeconds * 1_000 + (options.attemptTimeoutMs ?? 30_000);
  return { ...options, attemptTimeoutMs, timeoutMs: 3 * attemptTimeoutMs };
};
