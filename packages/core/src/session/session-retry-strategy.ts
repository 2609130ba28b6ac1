import type { StandardRetryStrategy } from '@smithy/core/retry';
import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from '@smithy/types';

import { publish } from '../events/publish.js';
import { once } from '../operation/once.js';
import { currentCall } from './call.js';
import { type Clock, pause } from './clock.js';
import { forgetBody } from './forget-body.js';

// The bounds of the SDK's standard mode: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
const throttlingBaseMs = 1_000;
const transientBaseMs = 50;
const longestDelayMs = 20_000;
const longestRetryAfterMs = 5_000;

/**
 * The SDK's standard strategy with one token bucket for all clients of a session in a region. The strategy decides whether there is
 * another attempt; the pause before it is made here, because the SDK's own neither ends with the caller's abort nor can be watched.
 */
export const sessionRetryStrategy = (clock: Clock, maxAttempts: number): RetryStrategyV2 => {
  let standard: StandardRetryStrategy;
  // Loaded with the first request, as the client is.
  const load = once(async () => {
    const { standardRetry } = await import('./standard-retry.js');
    return (standard = standardRetry());
  });
  return {
    acquireInitialRetryToken: async (scope) => (await load()).acquireInitialRetryToken(scope),
    recordSuccess: (token) => standard.recordSuccess(token as never),
    refreshRetryTokenForRetry: async (token, { retryAfterHint, ...info }) => {
      const call = currentCall();
      forgetBody(info.error);
      call?.signal.throwIfAborted();
      if (call) call.lastError = info.error;
      if (call && !call.repeatable && mayBeDone(info)) {
        call.lost = true;
        throw new Error('AWS may have done what was asked for');
      }
      if (token.getRetryCount() + 1 >= (call?.maxAttempts ?? maxAttempts)) throw new Error('The attempts are used up');
      const delayMs = delayBefore(token, info, retryAfterHint && retryAfterHint.getTime() - Date.now());
      const next = await standard
        .refreshRetryTokenForRetry(token as never, info as never)
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

/** Errors of connections that did not come to stand: nothing was sent. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether AWS may have done what an attempt asked for: it has not where it has refused it, or was not reached. */
const mayBeDone = ({ error, errorType }: RetryErrorInfo): boolean => {
  const { $metadata, code, limit } = error as AttemptError;
  const status = $metadata?.httpStatusCode;
  if (status === undefined) return limit !== 'connect' && !neverSent.has(code ?? '');
  return errorType !== 'THROTTLING' && (status < 300 || status >= 500);
};

interface AttemptError {
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly code?: string;
  readonly limit?: string;
}

const isRetryable = ({ errorType }: RetryErrorInfo): boolean => errorType === 'THROTTLING' || errorType === 'TRANSIENT';

const reasonOf = ({ error }: RetryErrorInfo): string => {
  const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
  return typeof code === 'string' ? code : name && name !== 'Error' ? name : (message ?? 'an error');
};
