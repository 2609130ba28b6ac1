import { StandardRetryStrategy } from '@smithy/core/retry';

/** Makes the SDK's standard strategy without a limit of attempts and without pauses: `retryStrategy` sets both. */
export const standardRetry = (): StandardRetryStrategy =>
  new StandardRetryStrategy({
    maxAttempts: Number.MAX_SAFE_INTEGER,
    backoff: { computeNextBackoffDelay: () => 0, setDelayBase: () => undefined },
  });
