import { StandardRetryStrategy } from '@smithy/core/retry';

/** The SDK's standard strategy, without an end of its own and without pauses: both are ours. */
export const standardRetry = (): StandardRetryStrategy =>
  new StandardRetryStrategy({
    maxAttempts: Number.MAX_SAFE_INTEGER,
    backoff: { computeNextBackoffDelay: () => 0, setDelayBase: () => undefined },
  });
