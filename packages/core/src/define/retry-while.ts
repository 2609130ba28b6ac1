import { currentCall } from '../call/current-call.js';
import { type Clock, pause } from '../clock/clock.js';
import { sessionFor } from '../session/current-session.js';
import { addNote } from '../errors/add-note.js';
import type { SessionChoice } from '../session/session-choice.js';
import { internalsOf } from '../session/session-internals.js';

/** When and for how long work is repeated above the SDK's retries. */
export interface RetryRule<Result> {
  /** Whether the work may succeed later although it has failed with this error. Default: never. */
  readonly when?: (error: unknown) => boolean;
  /** Whether the work has to be repeated although it has returned this result. Default: never. */
  readonly whenResult?: (result: Result) => boolean;
  /** Milliseconds from the start of the first attempt to the start of the last one. Default: no limit but the deadline of the call. */
  readonly patienceMs?: number;
  /** Attempts, the first included. Default: no limit. */
  readonly maxAttempts?: number;
  /** Milliseconds before a repeat, counted from 1. The last pause is shorter where `patienceMs` ends before it. */
  readonly pauseMs: number | ((repeat: number) => number);
  /** The phase of the call in a pause, for the message of `DeadlineError`: `waiting until the cluster has resumed`. */
  readonly phase: string;
  /** The advice for the caller if the last attempt has failed with such an error, as a sentence. */
  readonly advice?: string;
}

/**
 * Repeats work while its error or its result says that AWS needs time, with pauses on the session's clock. Then it ends as the last attempt
 * has. An abort ends a pause with the signal's reason.
 */
export const retryWhile = <Result>(
  rule: RetryRule<Result>,
  options: SessionChoice & { readonly signal?: AbortSignal | undefined },
  work: () => Promise<Result>,
): Promise<Result> => retryOn({ clock: internalsOf(sessionFor(options)).clock, signal: options.signal }, rule, work);

/** The clock and the signal for the pauses. */
export interface RetryContext {
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

/** Does what {@link retryWhile} does where the clock is known. */
export const retryOn = async <Result>(
  { clock, signal }: RetryContext,
  { when, whenResult, patienceMs = Infinity, maxAttempts = Infinity, pauseMs, phase, advice }: RetryRule<Result>,
  work: () => Promise<Result>,
): Promise<Result> => {
  const endsAt = clock.now() + patienceMs;
  const isOver = (repeat: number): boolean => repeat >= maxAttempts || clock.now() >= endsAt;
  for (let repeat = 1; ; repeat++) {
    try {
      const result = await work();
      if (!whenResult?.(result) || isOver(repeat)) return result;
    } catch (error) {
      if (signal?.aborted || !when?.(error)) throw error;
      if (isOver(repeat)) throw advice ? addNote(error, advice) : error;
      const call = currentCall();
      if (call) call.lastError = error;
    }
    const wantedMs = typeof pauseMs === 'number' ? pauseMs : pauseMs(repeat);
    await inPhase(phase, () => pause(clock, Math.min(wantedMs, endsAt - clock.now()), signal));
  }
};

/** The deadline of the call that the work belongs to names the phase. */
const inPhase = async (phase: string, work: () => Promise<void>): Promise<void> => {
  const call = currentCall();
  if (!call) return work();
  const before = call.phase;
  call.phase = phase;
  await work();
  // Other work of the same call may be in a pause of its own.
  if (call.phase === phase) call.phase = before;
};
