import type { CallOptions } from '@arch/core/builder';

/** The lowest expected speed of a connection among others, in bytes per millisecond: 20 kB/s. */
const leastBytesPerMs = 20;

/** Returns the timeouts for a request with a large body. The default timeouts are for small requests. */
export const uploadTimeLimits = (
  bytes: number,
  { attemptTimeoutMs = Math.max(300_000, Math.ceil(bytes / leastBytesPerMs)), maxAttempts = 3 }: CallOptions,
): { readonly attemptTimeoutMs: number; readonly timeoutMs: number } => ({
  attemptTimeoutMs,
  timeoutMs: Math.min(2_147_483_647, attemptTimeoutMs * maxAttempts + 60_000),
});
