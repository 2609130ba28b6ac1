import { tracingChannel } from 'node:diagnostics_channel';

import { translateError, type FailedCall } from '../errors/translate-error.js';
import { publish } from '../events/publish.js';
import { type Call, runCall } from '../session/call.js';
import type { SessionInternals } from '../session/session-internals.js';
import type { CallOptions } from './call-options.js';

/** One call of one of our functions. */
export interface Run {
  readonly name: string;
  readonly session: SessionInternals;
  readonly options: CallOptions;
  /** Milliseconds that the call may take where the caller says nothing. */
  readonly timeoutMs: number;
  readonly limit?: 'call' | 'wait';
  /** What the caller has said, where this is only what is left of it. */
  readonly limitMs?: number | undefined;
  /** What error messages are made from; a task has no errors of its own. */
  readonly failed?: FailedCall | undefined;
}

const calls = tracingChannel<unknown, object>('arch:call');

/** Runs one call: its deadline, its events, its errors. */
export const run = <Result>(it: Run, work: (call: Call) => Promise<Result>): Promise<Result> =>
  calls.hasSubscribers ? runTraced(it, work) : runAndTell(it, work);

/** Node would hand the result to all subscribers, and a result may be a password. */
const runTraced = async <Result>(it: Run, work: (call: Call) => Promise<Result>): Promise<Result> => {
  let result: { readonly value: Result } | undefined;
  await calls.tracePromise(
    async () => {
      result = { value: await runAndTell(it, work) };
    },
    { operation: it.name },
  );
  return result!.value;
};

const runAndTell = async <Result>(it: Run, work: (call: Call) => Promise<Result>): Promise<Result> => {
  const { name, session, options } = it;
  const { clock, limits } = session;
  const listeners = options.onEvent ? [...session.listeners, options.onEvent] : session.listeners;
  const startedAt = clock.now();
  let call: Call | undefined;
  const end = (outcome: object): void =>
    publish(listeners, 'call-end', () => ({
      operation: name,
      atMs: clock.now(),
      durationMs: clock.now() - startedAt,
      attempts: call?.attempts ?? 0,
      ...outcome,
    }));
  publish(listeners, 'call-start', () => ({ operation: name, atMs: startedAt }));
  try {
    const result = await runCall(
      {
        operation: name,
        clock,
        listeners,
        attemptMs: options.attemptTimeoutMs ?? limits.attemptMs,
        maxAttempts: options.maxAttempts ?? session.maxAttempts,
        timeoutMs: options.timeoutMs ?? it.timeoutMs,
        limit: it.limit ?? 'call',
        limitMs: it.limitMs,
        signal: options.signal,
      },
      (own) => work((call = own)),
    );
    end({});
    return result;
  } catch (thrown) {
    // What the call was ended with is the caller's own reason, or a deadline: it goes through as it is.
    const error = it.failed && call && !call.aborted ? translateError(thrown, it.failed) : thrown;
    end({ error });
    throw error;
  }
};
