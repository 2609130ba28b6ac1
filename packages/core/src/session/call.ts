import { AsyncLocalStorage } from 'node:async_hooks';

import type { PartsReader } from '../decode/index.js';
import { DeadlineError } from '../errors/deadline-error.js';
import type { EventListener } from '../events/publish.js';
import type { Clock } from './clock.js';

/** What makes a call. */
export interface CallSettings {
  readonly operation: string;
  readonly clock: Clock;
  readonly listeners: readonly EventListener[];
  readonly attemptMs: number;
  readonly maxAttempts: number;
  /** `Infinity`: there is no deadline. */
  readonly timeoutMs: number;
  readonly limit: 'call' | 'wait';
  /** What the deadline's error says, where `timeoutMs` is only what is left of it. */
  readonly limitMs?: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** `false`: what AWS may have done is not asked for again. */
  readonly repeatable?: boolean | undefined;
  /** Once it is aborted no attempt is sent; one that is under way goes on. */
  readonly lastAttempt?: AbortSignal | undefined;
  /** Hears of the call as it begins. */
  readonly onStart?: ((call: Call) => void) | undefined;
  /** The first of the calls for which this one is made: requests count as its own. */
  readonly lead?: Call | undefined;
  /** Whether the caller hears of an abort and of the deadline only when the work, which hears at once, has ended. */
  readonly cleansUp?: boolean | undefined;
}

/** One call while it is under way: what its attempts share. */
export class Call {
  readonly operation: string;
  readonly clock: Clock;
  readonly listeners: readonly EventListener[];
  readonly attemptMs: number;
  readonly maxAttempts: number;
  readonly repeatable: boolean;
  readonly lastAttempt: AbortSignal | undefined;
  /** Whether it ended without an attempt more, because AWS may have done what it asked for. */
  lost = false;
  attempts = 0;
  phase = 'preparing the request';
  lastError: unknown = undefined;
  /** The joined request that this call waits for: it knows how far things are. */
  joined: Call | undefined = undefined;
  /** Whether the caller has aborted, or the whole call's time is up. */
  aborted = false;
  readonly #lead: Call | undefined;
  #reason: unknown;
  #controller: AbortController | undefined;
  /** Where it can take a large answer in parts: what is unread of it. */
  partsReader: PartsReader | undefined = undefined;
  /** The joined request hears by it that this caller has given up. */
  whenAborted: (() => void) | undefined = undefined;

  constructor({
    operation,
    clock,
    listeners,
    attemptMs,
    maxAttempts,
    repeatable = true,
    lead,
    lastAttempt,
  }: CallSettings) {
    this.operation = operation;
    this.clock = clock;
    this.listeners = listeners;
    this.attemptMs = attemptMs;
    this.maxAttempts = maxAttempts;
    this.repeatable = repeatable;
    this.lastAttempt = lastAttempt;
    this.#lead = lead;
  }

  /** Aborted with the call; the reason is what the call ends with. Made when it is asked for: a call that joins others needs none. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.aborted) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  /** Counts a request that goes out; gives its number. */
  countAttempt(): number {
    this.#lead?.countAttempt();
    return ++this.attempts;
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.whenAborted?.();
  }
}

const store = new AsyncLocalStorage<Call | undefined>();

/** The call on whose behalf the running code works, if it is one. */
export const currentCall = (): Call | undefined => store.getStore();

/** Runs what other calls will have too, such as keys: it does not end with the call that happens to need it first. */
export const outsideCall = <Result>(work: () => Result): Result => store.run(undefined, work);

/** How a call is begun: it ends with the first of the two that is called. */
export type Begin<Result> = (call: Call, resolve: (result: Result) => void, reject: (error: unknown) => void) => void;

/** Runs one call: it ends with its deadline or the caller's abort at the latest, and leaves neither timer nor listener. */
export const startCall = <Result>(settings: CallSettings, start: Begin<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const { clock, timeoutMs, signal, cleansUp } = settings;
    if (signal?.aborted) return reject(signal.reason);
    const call = new Call(settings);
    settings.onStart?.(call);
    const onAbort = signal && ((): void => end(signal.reason));
    const release = (): void => {
      cancel();
      if (onAbort) signal.removeEventListener('abort', onAbort);
    };
    let ended: { readonly reason: unknown } | undefined;
    const end = (reason: unknown): void => {
      release();
      call.abort(reason);
      ended = { reason };
      if (!cleansUp) reject(reason);
    };
    const cancel = Number.isFinite(timeoutMs)
      ? clock.schedule(timeoutMs, 'deadline', () => end(deadlineOf(call, settings)))
      : () => undefined;
    if (onAbort) signal.addEventListener('abort', onAbort, { once: true });
    const done = (result: Result): void => {
      release();
      resolve(result);
    };
    const failed = (error: unknown): void => {
      release();
      reject(ended ? ended.reason : error);
    };
    start(call, done, failed);
  });

/** Runs `work` as one call: what it calls knows on whose behalf it works. */
export const runCall = <Result>(settings: CallSettings, work: (call: Call) => Promise<Result>): Promise<Result> =>
  startCall(settings, (call, resolve, reject) => {
    begin(() => store.run(call, work, call)).then(resolve, reject);
  });

// Work that throws before it gives a promise must not leave its deadline behind.
const begin = <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return work();
  } catch (error) {
    return Promise.reject(error);
  }
};

const deadlineOf = (call: Call, { limit, timeoutMs, limitMs = timeoutMs }: CallSettings): DeadlineError => {
  const { attempts, phase, lastError } = call.joined ?? call;
  const noun = limit === 'wait' ? 'look' : 'attempt';
  const tried = attempts === 0 ? '' : `, after ${attempts} ${noun}${attempts === 1 ? '' : 's'}`;
  return new DeadlineError(
    `${call.operation}: not done within ${limitMs} ms, while ${phase}${tried}. ` +
      'Pass a longer timeoutMs, or find out what is slow with onEvent.',
    { operation: call.operation, limit, limitMs, phase, attempts, retryable: true, cause: lastError },
  );
};
