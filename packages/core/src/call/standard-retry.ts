import { StandardRetryStrategy } from '@smithy/core/retry';
import type { RetryErrorInfo, StandardRetryToken } from '@smithy/types';

/** The members that the SDK's strategy uses for its decisions. Its types hide them. */
interface Decisions {
  capacity: number;
  /** 0 if the SDK retries. */
  retryCode(token: StandardRetryToken, info: RetryErrorInfo, maxAttempts: number): number;
  getCapacityCost(errorType: RetryErrorInfo['errorType']): number;
}

/** Makes the SDK's standard strategy without a limit of attempts and without pauses: `retryStrategy` sets both. */
export const standardRetry = (): StandardRetryStrategy => new WithoutPauses(Number.MAX_SAFE_INTEGER);

/**
 * The decisions, costs and token bucket of the SDK, without its `setTimeout`: even a pause of 0 ms never ends under the fake timers of a test.
 */
class WithoutPauses extends StandardRetryStrategy {
  override async refreshRetryTokenForRetry(
    token: StandardRetryToken,
    info: RetryErrorInfo,
  ): Promise<StandardRetryToken> {
    const bucket = this as unknown as Decisions;
    if (bucket.retryCode(token, info, Number.MAX_SAFE_INTEGER) !== 0) throw new Error('No retry token available');
    const cost = bucket.getCapacityCost(info.errorType);
    bucket.capacity -= cost;
    const isLongPoll = token.isLongPoll?.() ?? false;
    const count = token.getRetryCount() + 1;
    return {
      getRetryCount: () => count,
      getRetryDelay: () => 0,
      getRetryCost: () => cost,
      isLongPoll: () => isLongPoll,
    };
  }
}
