import { tracingChannel } from 'node:diagnostics_channel';

import { translateError, type FailedCall } from '../translation/translate-error.js';
import { hasListeners, publish } from '../events/publish.js';
import { type Begin, runCall, startCall } from './start-call.js';
import type { Call, CallSettings } from './call.js';
import type { Effect } from './effect.js';
import type { CallSession } from './call-session.js';
import { finalizeError } from './finalize-error.js';
import type { RunOptions } from './run-options.js';
import { stopSignalOf } from './stop-sending-on.js';

/** One call of one of our functions. */
export interface Run {
  readonly name: string;
  readonly session: CallSession;
  readonly options: RunOptions;
  /** Milliseconds that the call may take where the caller says nothing. */
  readonly timeoutMs: number;
  readonly limit?: 'call' | 'wait';
  /** What the caller has said, where this is only what is left of it. */
  readonly limitMs?: number | undefined;
  /** What its requests do. Default: they read, or it makes none of its own. */
  readonly effect?: Effect | undefined;
  /** Whether an abort and the deadline are told when the work has ended. */
  readonly cleansUp?: boolean | undefined;
  /** Whether errors of the SDK are thrown as they are: for clients of the SDK that the user has made. */
  readonly isRaw?: boolean | undefined;
  /** What error messages are made from, where the work does not make them itself. */
  readonly failed?: FailedCall | undefined;
}

const calls = tracingChannel<unknown, object>('arch:call');

/** Runs one call: its deadline, its events, its errors. */
export const run = <Result>(it: Run, work: (call: Call) => Promise<Result>): Promise<Result> =>
  tell(it, (settings) => runCall(settings, it.failed ? translating(it.failed, work) : work));

const translating =
  <Result>(failed: FailedCall, work: (call: Call) => Promise<Result>) =>
  async (call: Call): Promise<Result> => {
    try {
      return await work(call);
    } catch (error) {
      throw translateError(error, failed);
    }
  };

/** Runs one call whose work is done by a request that others wait for too. */
export const runJoined = <Result>(it: Run, start: Begin<Result>): Promise<Result> =>
  tell(it, (settings) => startCall(settings, start));

const tell = <Result>(it: Run, work: (settings: CallSettings) => Promise<Result>): Promise<Result> => {
  if (calls.hasSubscribers) return runTraced(it, work);
  const settings = settingsOf(it);
  const heard = hasListeners(settings.listeners, 'call-start') || hasListeners(settings.listeners, 'call-end');
  return heard ? runAndTell(settings, work) : work(settings);
};

/** Node would hand the result to all subscribers, and a result may be a password. */
const runTraced = async <Result>(it: Run, work: (settings: CallSettings) => Promise<Result>): Promise<Result> => {
  let result: { readonly value: Result } | undefined;
  await calls.tracePromise(
    async () => {
      result = { value: await runAndTell(settingsOf(it), work) };
    },
    { operation: it.name },
  );
  return result!.value;
};

const settingsOf = ({ name, session, options, timeoutMs, limit = 'call', ...rest }: Run): CallSettings => ({
  operation: name,
  clock: session.clock,
  listeners: options.onEvent ? [...session.listeners, options.onEvent] : session.listeners,
  attemptMs: options.attemptTimeoutMs ?? session.limits.attemptMs,
  maxAttempts: options.maxAttempts ?? session.maxAttempts,
  timeoutMs: options.timeoutMs ?? timeoutMs,
  limit,
  limitMs: rest.limitMs,
  effect: rest.effect,
  finalize: rest.isRaw ? undefined : finalizeError,
  cleansUp: rest.cleansUp,
  signal: options.signal,
  stopSignal: stopSignalOf(options),
});

const runAndTell = async <Result>(
  settings: CallSettings,
  work: (settings: CallSettings) => Promise<Result>,
): Promise<Result> => {
  const { operation, clock, listeners } = settings;
  const startedAt = clock.now();
  let call: Call | undefined;
  const end = (outcome: object): void =>
    publish(listeners, 'call-end', () => ({
      operation,
      atMs: clock.now(),
      durationMs: clock.now() - startedAt,
      attempts: call?.attempts ?? 0,
      ...outcome,
    }));
  publish(listeners, 'call-start', () => ({ operation, atMs: startedAt }));
  try {
    const result = await work({ ...settings, onStart: (own) => (call = own) });
    end({});
    return result;
  } catch (error) {
    end({ error });
    throw error;
  }
};
