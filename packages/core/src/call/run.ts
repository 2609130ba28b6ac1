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

/** A call of a function of this library. */
export interface Run {
  readonly name: string;
  readonly session: CallSession;
  readonly options: RunOptions;
  /** Milliseconds until the deadline, if the options do not set it. */
  readonly timeoutMs: number;
  readonly limit?: 'call' | 'wait';
  /** The limit that the deadline error names, if `timeoutMs` is only the remaining time. Default: `timeoutMs`. */
  readonly limitMs?: number | undefined;
  /** The effect of its requests in AWS. Default: they only read, or the call sends none itself. */
  readonly effect?: Effect | undefined;
  /** Whether the call rejects only after its work has ended, also after an abort or the deadline. Default `false`. */
  readonly cleansUp?: boolean | undefined;
  /** Whether errors of the SDK are thrown unchanged, for the clients of `session.client`. Default `false`. */
  readonly isRaw?: boolean | undefined;
  /** Data for error messages. `undefined` if the work translates its errors itself. */
  readonly failed?: FailedCall | undefined;
}

const calls = tracingChannel<unknown, object>('arch:call');

/** Runs a call with its deadline, its events and the translation of its errors. */
export const run = <Result>(it: Run, work: (call: Call) => Promise<Result>): Promise<Result> =>
  runWithEvents(it, (settings) => runCall(settings, it.failed ? translating(it.failed, work) : work));

const translating =
  <Result>(failed: FailedCall, work: (call: Call) => Promise<Result>) =>
  async (call: Call): Promise<Result> => {
    try {
      return await work(call);
    } catch (error) {
      throw translateError(error, failed);
    }
  };

/** Runs a call that shares its request with other calls. */
export const runJoined = <Result>(it: Run, start: Begin<Result>): Promise<Result> =>
  runWithEvents(it, (settings) => startCall(settings, start));

const runWithEvents = <Result>(it: Run, work: (settings: CallSettings) => Promise<Result>): Promise<Result> => {
  if (calls.hasSubscribers) return runTraced(it, work);
  const settings = settingsOf(it);
  const isHeard = hasListeners(settings.listeners, 'call-start') || hasListeners(settings.listeners, 'call-end');
  return isHeard ? runAndPublish(settings, work) : work(settings);
};

/** Traces a call without its result: `tracePromise` passes results to all subscribers, and a result may be a password. */
const runTraced = async <Result>(it: Run, work: (settings: CallSettings) => Promise<Result>): Promise<Result> => {
  let result: { readonly value: Result } | undefined;
  await calls.tracePromise(
    async () => {
      result = { value: await runAndPublish(settingsOf(it), work) };
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
  maxAttempts: options.maxAttempts ?? (() => session.maxAttempts),
  timeoutMs: options.timeoutMs ?? timeoutMs,
  limit,
  limitMs: rest.limitMs,
  effect: rest.effect,
  finalize: rest.isRaw ? undefined : finalizeError,
  cleansUp: rest.cleansUp,
  payloadSigning: options.payloadSigning,
  signal: options.signal,
  stopSignal: stopSignalOf(options),
});

const runAndPublish = async <Result>(
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
