import type { CallOptions } from '@arch/core/builder';

/** For how long the Data API is told to wait with its answer, of 30 seconds at most. */
export const waitTimeSeconds = 20;

/** How a call is made whose answer AWS holds back on purpose: its limits count from the end of that. */
export const longPoll = (options: CallOptions): CallOptions => {
  const attemptTimeoutMs = waitTimeSeconds * 1_000 + (options.attemptTimeoutMs ?? 30_000);
  return { ...options, attemptTimeoutMs, timeoutMs: 3 * attemptTimeoutMs };
};
