import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RetryErrorInfo, RetryErrorType, RetryStrategyV2, RetryToken } from '@smithy/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { samplesFolder } from '../__fixtures__/samples-folder.js';
import type { ArchEvent, RetryEvent } from '../events/arch-event.js';
import { runCall } from './start-call.js';
import type { Clock } from '../clock/clock.js';
import { retryStrategy } from './retry-strategy.js';

const pauses: number[] = [];
/** A clock whose pauses end immediately. */
const clock: Clock = {
  now: () => 0,
  schedule: (delayMs, kind, callback) => {
    if (kind === 'pause') pauses.push(delayMs);
    if (kind === 'pause') queueMicrotask(callback);
    return () => undefined;
  },
};

// The published delays are those with the highest random value.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(1));
afterEach(() => {
  vi.restoreAllMocks();
  pauses.length = 0;
});

const failure = (errorType: RetryErrorType, extra: { error?: object; retryAfterHint?: Date } = {}): RetryErrorInfo =>
  ({ errorType, error: new Error('no'), ...extra }) as RetryErrorInfo;

/** Runs work in a call with at most `maxAttempts` requests. Returns the published retries. */
const within = async (maxAttempts: number, work: () => Promise<unknown>): Promise<readonly RetryEvent[]> => {
  const events: ArchEvent[] = [];
  const listeners = [(event: ArchEvent) => void events.push(event)];
  const settings = {
    operation: 'test',
    clock,
    listeners,
    attemptMs: 1,
    maxAttempts,
    timeoutMs: 1,
    limit: 'call',
    signal: undefined,
  } as const;
  await runCall(settings, async () => work());
  return events.filter((event) => event.type === 'retry');
};

/** Uses tokens until `left` of 500 remain. */
const drain = (strategy: RetryStrategyV2, left: number): Promise<readonly RetryEvent[]> =>
  within(3, async () => {
    let throttles = 0;
    while ((500 - left - 5 * throttles) % 14 !== 0) throttles++;
    for (let spent = 0; spent < 500 - left;) {
      const errorType = throttles-- > 0 ? 'THROTTLING' : 'TRANSIENT';
      await strategy.refreshRetryTokenForRetry(await strategy.acquireInitialRetryToken(''), failure(errorType));
      spent += errorType === 'THROTTLING' ? 5 : 14;
    }
  });

interface Vector {
  readonly name: string;
  readonly given: { readonly max_attempts?: number; readonly initial_retry_tokens?: number };
  readonly responses: readonly {
    readonly response: { readonly status_code: number; readonly error_code?: string };
    readonly expected: { readonly outcome: string; readonly retry_quota: number; readonly delay?: number };
  }[];
}
const file = join(samplesFolder, 'retry/vectors.json');
const vectors = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { standardMode: Vector[] }).standardMode
  : [];

describe.skipIf(vectors.length === 0)("AWS's published sequences of responses", () => {
  it.each(vectors)(
    '$name',
    async ({ given: { max_attempts: most = 3, initial_retry_tokens: tokens = 500 }, responses }) => {
      const strategy = retryStrategy(clock, () => 1);
      await drain(strategy, tokens);
      pauses.length = 0;
      let token: RetryToken = await strategy.acquireInitialRetryToken('');
      let quota = tokens;
      for (const { response, expected } of responses) {
        const [retry] = await within(most, async () => {
          if (response.status_code === 200) return strategy.recordSuccess(token);
          const info = failure(response.error_code === 'Throttling' ? 'THROTTLING' : 'TRANSIENT');
          const refreshed = strategy.refreshRetryTokenForRetry(token, info);
          if (expected.outcome !== 'retry_request') return expect(refreshed).rejects.toThrow();
          token = await refreshed;
        });
        const wanted =
          expected.delay === undefined
            ? undefined
            : { delayMs: expected.delay * 1_000, tokensLeft: expected.retry_quota };
        if (wanted) expect({ delayMs: retry?.delayMs, tokensLeft: retry?.tokensLeft }).toEqual(wanted);
        else expect(retry).toBeUndefined();
        if (expected.outcome === 'success') token = await strategy.acquireInitialRetryToken('');
        quota = expected.retry_quota;
      }
      // The next retry shows how many tokens the bucket contains at the end.
      const [last] = await within(3, async () =>
        strategy.refreshRetryTokenForRetry(token, failure('THROTTLING')).catch(() => undefined),
      );
      expect(last?.tokensLeft).toBe(quota >= 5 && token.getRetryCount() < 2 ? quota - 5 : undefined);
    },
  );
});

describe('the retry strategy of a session', () => {
  const refresh = async (info: RetryErrorInfo, scope = '', left = 500): Promise<readonly RetryEvent[]> => {
    const strategy = retryStrategy(clock, () => 1);
    await drain(strategy, left);
    pauses.length = 0;
    return within(3, async () =>
      strategy.refreshRetryTokenForRetry(await strategy.acquireInitialRetryToken(scope), info).catch(() => 'refused'),
    );
  };

  it.each([
    ['as long as AWS requests', 3_000, 3_000],
    ['at most 5 seconds longer than without a request of AWS', 60_000, 5_050],
    ['as long as without a request of AWS, if that is longer', 1, 50],
  ])('pauses %s', async (_title, afterMs, delayMs) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await refresh(failure('TRANSIENT', { retryAfterHint: new Date(Date.now() + afterMs) }));
    vi.useRealTimers();
    expect(pauses).toEqual([delayMs]);
  });

  it.each([
    [{ code: 'ECONNRESET', name: 'TimeoutError' }, 'ECONNRESET'],
    [{ name: 'ThrottlingException' }, 'ThrottlingException'],
    [{ name: 'Error', message: 'socket hang up' }, 'socket hang up'],
    [{}, 'an error'],
  ])('publishes a short reason: %o', async (error, reason) => {
    expect(await refresh(failure('TRANSIENT', { error }))).toMatchObject([{ reason, attempt: 2, operation: 'test' }]);
  });

  it.each(['CLIENT_ERROR', 'SERVER_ERROR'] as const)('does not retry %s', async (errorType) => {
    expect([await refresh(failure(errorType), ':longpoll'), pauses]).toEqual([[], []]);
  });

  it('pauses before it rejects the retry of a long poll if no tokens are left', async () => {
    expect([await refresh(failure('THROTTLING'), '', 0), pauses]).toEqual([[], []]);
    expect([await refresh(failure('THROTTLING'), ':longpoll', 0), pauses]).toEqual([[], [1_000]]);
  });

  it('counts the attempts of a client outside a call', async () => {
    const strategy = retryStrategy(clock, () => 2);
    const token = await strategy.refreshRetryTokenForRetry(
      await strategy.acquireInitialRetryToken(''),
      failure('TRANSIENT'),
    );
    expect(pauses).toEqual([50]);
    await expect(strategy.refreshRetryTokenForRetry(token, failure('TRANSIENT'))).rejects.toThrow();
  });
});
