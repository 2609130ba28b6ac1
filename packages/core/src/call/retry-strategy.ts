import type { StandardRetryStrategy } from '@smithy/core/retry';
import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from '@smithy/types';

import { publish } from '../events/publish.js';
import { outcomeOf } from './outcome-of.js';
import { currentCall } from './current-call.js';
import { type Clock, pause } from '../clock/clock.js';
import { isInvalidResponse } from '../transport/invalid-response-error.js';
import { forgetBody } from '../transport/forget-body.js';

// Limits of the SDK's standard mode: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
const throttlingBaseMs = 1_000;
const transientBaseMs = 50;
const longestDelayMs = 20_000;
const longestRetryAfterMs = 5_000;

/**
 * Makes the SDK's standard strategy with one token bucket for all clients of a session in a region. The SDK's strategy decides whether to
 * retry. The pause is made here: the SDK's own pause does not end with the caller's abort and publishes no event.
 */
export const retryStrategy = (clock: Clock, maxAttempts: () => number): RetryStrategyV2 => {
  let standard: StandardRetryStrategy;
  let loading: Promise<StandardRetryStrategy> | undefined;
  // Loaded with the first request, like the client.
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
      const made = token.getRetryCount() + 1 + (call?.attemptsBefore ?? 0);
      if (made >= (call?.maxAttempts ?? maxAttempts())) throw new Error('No attempts are left');
      const delayMs = delayBefore(token, info, retryAfterHint && retryAfterHint.getTime() - Date.now());
      const retried = isInvalidSuccess(info.error) ? { ...info, errorType: 'TRANSIENT' } : info;
      const next = await standard
        .refreshRetryTokenForRetry(token as never, retried as never)
        .catch(async (refusal: unknown) => {
          // A caller that polls for messages calls again immediately. The pause prevents a busy loop when no tokens are left.
          if (token.isLongPoll?.() && isRetryable(info)) await pause(clock, delayMs, call?.signal);
          throw refusal;
        });
      if (call) {
        call.phase = 'pausing before a retry';
        publish(call.listeners, 'retry', () => ({
          operation: call.operation,
          atMs: clock.now(),
          attempt: made + 1,
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

/** Whether a response has a success status but is not valid for the operation. A retry may return a valid one. */
const isInvalidSuccess = (error: unknown): boolean =>
  error instanceof Error && isInvalidResponse(error) && error.$metadata.httpStatusCode < 300;

const isRetryable = ({ errorType }: RetryErrorInfo): boolean => errorType === 'THROTTLING' || errorType === 'TRANSIENT';

const reasonOf = ({ error }: RetryErrorInfo): string => {
  const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
  return typeof code === 'string' ? code : name && name !== 'Error' ? name : (message ?? 'an error');
};
