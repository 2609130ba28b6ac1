import { AsyncLocalStorage } from 'node:async_hooks';

import { DeadlineError } from '../errors/deadline-error.js';
import type { EventListener } from '../events/publish.js';
import type { Clock } from './clock.js';

/** One call while it is under way: what its attempts share. */
export interface Call {
  readonly operation: string;
  readonly clock: Clock;
  readonly listeners: readonly EventListener[];
  readonly attemptMs: number;
  readonly maxAttempts: number;
  /** Aborted when the caller aborts and when the whole call's time is up; the reason is what the call ends with. */
  readonly signal: AbortSignal;
  attempts: number;
  phase: string;
  lastError: unknown;
}

/** What makes a call. */
export interface CallSettings {
  readonly operation: string;
  readonly clock: Clock;
  readonly listeners: readonly EventListener[];
  readonly attemptMs: number;
  readonly maxAttempts: number;
  readonly timeoutMs: number;
  readonly limit: 'call' | 'wait';
  readonly signal: AbortSignal | undefined;
}

const store = new AsyncLocalStorage<Call>();

/** The call on whose behalf the running code works, if it is one. */
export const currentCall = (): Call | undefined => store.getStore();

/** Runs `work` as one call: it ends with its deadline or the caller's abort at the latest, and leaves neither timer nor listener. */
export const runCall = async <Result>(settings: CallSettings, work: (call: Call) => Promise<Result>): Promise<Result> => {
  settings.signal?.throwIfAborted();
  const controller = new AbortController();
  const call: Call = { ...settings, signal: controller.signal, attempts: 0, phase: 'preparing the request', lastError: undefined };
  const onAbort = (): void => controller.abort(settings.signal?.reason);
  settings.signal?.addEventListener('abort', onAbort, { once: true });
  const cancel = settings.clock.schedule(settings.timeoutMs, 'deadline', () => controller.abort(deadlineOf(call, settings)));
  try {
    return await store.run(call, () => endingWith(call.signal, () => work(call)));
  } finally {
    cancel();
    settings.signal?.removeEventListener('abort', onAbort);
  }
};

/** What `work` gives, unless the signal is aborted before. */
export const endingWith = <Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    work()
      .then(resolve, (error: unknown) => reject(signal.aborted ? signal.reason : error))
      .finally(() => signal.removeEventListener('abort', onAbort));
  });

const deadlineOf = (call: Call, { limit, timeoutMs }: CallSettings): DeadlineError =>
  new DeadlineError(
    `${call.operation}: not done within ${timeoutMs} ms, while ${call.phase}, after ${call.attempts} ` +
      `${call.attempts === 1 ? 'attempt' : 'attempts'}. Pass a longer timeoutMs, or find out what is slow with onEvent.`,
    {
      operation: call.operation,
      limit,
      limitMs: timeoutMs,
      phase: call.phase,
      attempts: call.attempts,
      retryable: true,
      cause: call.lastError,
    },
  );
