import type { CallOptions } from '@arch/core/builder';

/** Bytes per millisecond that a connection makes at least, when others are beside it: 20 kB/s. */
const leastBytesPerMs = 20;

/** Time limits for a request with a body: the usual ones are for answers. */
export const uploadTimeLimits = (
  bytes: number,
  { attemptTimeoutMs = Math.max(300_000, Math.ceil(bytes / leastBytesPerMs)), maxAttempts = 3 }: CallOptions,
): { readonly attemptTimeoutMs: number; readonly timeoutMs: number } => ({
  attemptTimeoutMs,
  timeoutMs: Math.min(2_147_483_647, attemptTimeoutMs * maxAttempts + 60_000),
});
