import { Call, type CallSettings } from './call.js';
import { currentCall, withinCall } from './current-call.js';
import { toDeadlineError } from './to-deadline-error.js';

/** Starts the work of a call. The call ends with the first call of `resolve` or `reject`. */
export type Begin<Result> = (call: Call, resolve: (result: Result) => void, reject: (error: unknown) => void) => void;

const unchanged = (error: unknown): unknown => error;

/** Starts a call. It ends at the latest with its deadline or the caller's abort, and leaves no timer and no listener. */
export const startCall = <Result>(settings: CallSettings, start: Begin<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const { clock, timeoutMs, signal, cleansUp, lead, finalize = unchanged } = settings;
    if (signal?.aborted) return reject(signal.reason);
    const running = currentCall();
    const call = new Call(settings, running);
    settings.onStart?.(call);
    // The callers of a joined request register it themselves.
    const outer = lead ? undefined : running;
    outer?.innerStarted(call);
    const onAbort = signal && ((): void => end(signal.reason));
    const release = (error?: unknown): void => {
      cancel();
      if (onAbort) signal.removeEventListener('abort', onAbort);
      outer?.innerEnded(call, error);
    };
    let ended: { readonly reason: unknown } | undefined;
    const end = (error: unknown): void => {
      const reason = finalize(error, call, signal);
      release(reason);
      call.abort(reason);
      ended = { reason };
      if (!cleansUp) reject(reason);
    };
    const cancel = Number.isFinite(timeoutMs)
      ? clock.schedule(timeoutMs, 'deadline', () => end(toDeadlineError(call, settings)))
      : () => undefined;
    if (onAbort) signal.addEventListener('abort', onAbort, { once: true });
    const done = (result: Result): void => {
      release();
      resolve(result);
    };
    const failed = (error: unknown): void => {
      if (ended) {
        release(error);
        return reject(ended.reason);
      }
      const reason = finalize(error, call, signal);
      release(reason);
      reject(reason);
    };
    start(call, done, failed);
  });

/** Runs `work` as a call: `currentCall()` returns the call in it. */
export const runCall = <Result>(settings: CallSettings, work: (call: Call) => Promise<Result>): Promise<Result> =>
  startCall(settings, (call, resolve, reject) => {
    attempt(() => withinCall(call, work)).then(resolve, reject);
  });

// Work that throws before it returns a promise must not leave its deadline timer behind.
const attempt = <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return work();
  } catch (error) {
    return Promise.reject(error);
  }
};
