import type { StandardRetryStrategy } from '@smithy/core/retry';
import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from '@smithy/types';

import { publish } from '../events/publish.js';
import { outcomeOf } from './outcome-of.js';
import { currentCall } from './current-call.js';
import { type Clock, pause } from '../clock/clock.js';
import { isInvalidResponse } from '../transport/invalid-response-error.js';
import { forgetBody } from '../transport/forget-body.js';

// The bounds of the SDK's standard mode: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
const throttlingBaseMs = 1_000;
const transientBaseMs = 50;
const longestDelayMs = 20_000;
const longestRetryAfterMs = 5_000;

/**
 * The SDK's standard strategy with one token bucket for all clients of a session in a region. The strategy decides whether there is
 * another attempt; the pause before it is made here, because the SDK's own neither ends with the caller's abort nor can be watched.
 */
export const retryStrategy = (clock: Clock, maxAttempts: number): RetryStrategyV2 => {
  let standard: StandardRetryStrategy;
  let loading: Promise<StandardRetryStrategy> | undefined;
  // Loaded with the first request, as the client is.
  const load = (): Promise<StandardRetryStrategy> =>
    (loading ??= import('./standard-retry.js').then(({ standardRetry }) => (standard = standardRetry())));
  return {
    acquireInitialRetryToken: async (scope) => (await load()).acquireInitialRetryToken(scope),
    recordSuccess: (token) => standard.recordSuccess(token as never),
    refreshRetryTokenForRetry: async (token, { retryAfterHint, ...info }) => {
      const call = currentCall();
      forgetBody(info.error);
      call?.signal.throwIfAborted();
      if (call) call.lastError = info.error;
      if (call && !call.effect.repeatable && outcomeOf(info.error) === 'unknown')
        throw new Error('AWS may have completed the request');
      if (token.getRetryCount() + 1 >= (call?.maxAttempts ?? maxAttempts)) throw new Error('The attempts are used up');
      const delayMs = delayBefore(token, info, retryAfterHint && retryAfterHint.getTime() - Date.now());
      const retried = isInvalidSuccess(info.error) ? { ...info, errorType: 'TRANSIENT' } : info;
      const next = await standard
        .refreshRetryTokenForRetry(token as never, retried as never)
        .catch(async (refusal: unknown) => {
          // Who polls for messages calls again at once: without tokens, the pause keeps that from becoming a hot loop.
          if (token.isLongPoll?.() && isRetryable(info)) await pause(clock, delayMs, call?.signal);
          throw refusal;
        });
      if (call) {
        call.phase = 'pausing before another attempt';
        publish(call.listeners, 'retry', () => ({
          operation: call.operation,
          atMs: clock.now(),
          attempt: next.getRetryCount() + 1,
          delayMs,
          reason: reasonOf(info),
          tokensLeft: standard.getCapacity(),
        }));
      }
      await pause(clock, delayMs, call?.signal);
      return next as RetryToken;
    },
  };
};

const delayBefore = (token: RetryToken, { errorType }: RetryErrorInfo, retryAfterMs: number | undefined): number => {
  const base = errorType === 'THROTTLING' ? throttlingBaseMs : transientBaseMs;
  const delay = Math.floor(Math.random() * Math.min(base * 2 ** token.getRetryCount(), longestDelayMs));
  return retryAfterMs === undefined ? delay : Math.max(delay, Math.min(retryAfterMs, delay + longestRetryAfterMs));
};

/** A response with a good status that is not the operation's: another attempt may bring the right one. */
const isInvalidSuccess = (error: unknown): boolean =>
  error instanceof Error && isInvalidResponse(error) && error.$metadata.httpStatusCode < 300;

const isRetryable = ({ errorType }: RetryErrorInfo): boolean => errorType === 'THROTTLING' || errorType === 'TRANSIENT';

const reasonOf = ({ error }: RetryErrorInfo): string => {
  const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
  return typeof code === 'string' ? code : name && name !== 'Error' ? name : (message ?? 'an error');
};
