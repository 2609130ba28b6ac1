import type { Readable } from 'node:stream';

import { answersAlways } from './answers-always.js';
import { AnswerTimeoutError, BodyTimeoutError } from './attempt-timeout-error.js';
import { rememberBeginning } from './beginnings.js';
import { currentCall } from './call.js';
import type { Clock } from './clock.js';
import { sentOperation } from './sent-operation.js';
import type { Limits } from './timeouts.js';
import type { Transport, TransportRequest, TransportResponse } from './transport.js';

/** Gives every attempt its time limit, and every body a limit of silence. */
export const guardedTransport = (inner: Transport, clock: Clock, limits: Limits): Transport => ({
  destroy: () => inner.destroy(),
  handle: async (request, options) => {
    const call = currentCall();
    if (call) call.phase = 'waiting for an answer';
    const limitMs = call?.attemptMs ?? limits.attemptMs;
    const attempt = new AbortController();
    const release = abortWith(attempt, [call?.signal, options?.abortSignal]);
    const cancel = clock.schedule(limitMs, 'deadline', () => attempt.abort(new AnswerTimeoutError(limitMs)));
    try {
      const { response } = await inner.handle(request, { abortSignal: attempt.signal });
      if (call) call.phase = 'reading the answer';
      guardBody(response, { clock, idleMs: limits.bodyIdleMs, signal: attempt.signal, release, request });
      return { response };
    } catch (error) {
      release();
      throw attempt.signal.reason instanceof AnswerTimeoutError ? attempt.signal.reason : error;
    } finally {
      cancel();
    }
  },
});

/** Aborts `controller` when one of the signals is; gives what takes the listeners away again. */
const abortWith = (controller: AbortController, signals: readonly (AbortSignal | undefined)[]): (() => void) => {
  const releases = signals.map((signal) => {
    const onAbort = (): void => controller.abort(signal?.reason);
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    return (): void => signal?.removeEventListener('abort', onAbort);
  });
  return () => releases.forEach((release) => release());
};

interface BodyGuard {
  readonly clock: Clock;
  readonly idleMs: number;
  readonly signal: AbortSignal;
  readonly release: () => void;
  readonly request: TransportRequest;
}

const guardBody = (response: TransportResponse, { clock, idleMs, signal, release, request }: BodyGuard): void => {
  const body = response.body as Readable | undefined;
  if (!body || typeof body.push !== 'function') return release();
  let lastAt = clock.now();
  let bytes = 0;
  const mayBeEmpty = !answersAlways(sentOperation(request), response.statusCode);
  const push = body.push.bind(body);
  body.push = (chunk: Uint8Array | null, encoding?: BufferEncoding): boolean => {
    lastAt = clock.now();
    if (chunk && bytes === 0 && response.statusCode >= 300) rememberBeginning(response, chunk);
    bytes += chunk?.length ?? 0;
    if (chunk === null && bytes === 0 && !mayBeEmpty) {
      body.destroy(Object.assign(new Error('The answer is empty'), { code: 'EMPTY_ANSWER', $retryable: {} }));
      return false;
    }
    return push(chunk, encoding);
  };
  // Not with the reason itself: the SDK writes into the errors that it meets, and tries again for some.
  const onAbort = (): void =>
    void body.destroy(
      Object.assign(new Error('The answer is no longer wanted', { cause: signal.reason }), { name: 'AbortError' }),
    );
  signal.addEventListener('abort', onAbort, { once: true });
  const watch = (afterMs: number): (() => void) =>
    clock.schedule(afterMs, 'deadline', () => {
      // What lies unread in the buffer is the consumer's silence, not the server's.
      if (body.readableLength > 0) lastAt = clock.now();
      const leftMs = lastAt + idleMs - clock.now();
      if (leftMs <= 0) body.destroy(new BodyTimeoutError(idleMs));
      else cancel = watch(leftMs);
    });
  let cancel = watch(idleMs);
  body.once('close', () => {
    cancel();
    signal.removeEventListener('abort', onAbort);
    release();
  });
};
