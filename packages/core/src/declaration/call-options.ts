import type { EventListener } from '../events/publish.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { SessionChoice } from '../session/session-choice.js';
import { checkDuration } from '../clock/timeouts.js';
import { checkWait } from '../wait/check-wait-options.js';
import type { WaitOptions } from '../wait/wait-options.js';

/** How a call is made. Every function of every package takes these. */
export interface CallOptions extends SessionChoice {
  /**
   * Ends the call, whatever it is doing; it then rejects with the signal's reason. A function that undoes its work rejects when that is
   * done, at most `undoLimitMs` (30 s) later.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds for the whole call with its retries. Default: the session's, 60,000. A function that undoes its work after a failure has
   * `undoLimitMs` (30,000) more for that.
   */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds for one attempt until its response begins. Default: the session's, 30,000. */
  readonly attemptTimeoutMs?: number | undefined;
  /** Requests at most, the first included. Default: the session's, 3. */
  readonly maxAttempts?: number | undefined;
  /** `false`: this call is a request of its own, also when others could be joined with it. */
  readonly batch?: boolean | undefined;
  /** Receives the events of this call, in addition to the session's own listener. */
  readonly onEvent?: EventListener | undefined;
}

/** How a call is made that can wait until AWS has done what it was told. */
export interface WaitableCallOptions extends CallOptions {
  /** `true`, or how to wait: the call then resolves when the resource has reached its state. */
  readonly wait?: boolean | WaitOptions | undefined;
}

const names = new Set([
  'session',
  'region',
  'profile',
  'signal',
  'timeoutMs',
  'attemptTimeoutMs',
  'maxAttempts',
  'batch',
  'onEvent',
]);

/** Refuses options that do not exist or cannot be meant. */
export const checkCallOptions = (
  operation: string,
  options: WaitableCallOptions,
  extra: readonly string[] = [],
): void => {
  if (typeof options !== 'object' || options === null) {
    throw new InvalidInputError(`${operation}: options have to be an object such as { region: 'eu-west-1' }.`, {
      operation,
    });
  }
  for (const name of Object.keys(options)) {
    const known = names.has(name) || extra.includes(name);
    // Not to wait is what a function without a wait does anyway.
    if (!known && !(name === 'wait' && !options.wait)) {
      throw new InvalidInputError(
        `${operation}: ${name} is not an option; options are ${[...names, ...extra].join(', ')}.`,
        { operation },
      );
    }
  }
  const { timeoutMs, attemptTimeoutMs, maxAttempts, signal, onEvent, session, profile, wait } = options;
  if (timeoutMs !== undefined) checkDuration(`${operation}: timeoutMs`, timeoutMs);
  if (attemptTimeoutMs !== undefined) checkDuration(`${operation}: attemptTimeoutMs`, attemptTimeoutMs);
  if (maxAttempts !== undefined && !(Number.isInteger(maxAttempts) && maxAttempts > 0)) {
    throw new InvalidInputError(
      `${operation}: maxAttempts is ${String(maxAttempts)}; accepted is a whole number from 1.`,
      { operation },
    );
  }
  if (signal !== undefined && typeof signal?.throwIfAborted !== 'function') {
    throw new InvalidInputError(`${operation}: signal is not an AbortSignal.`, { operation });
  }
  if (onEvent !== undefined && typeof onEvent !== 'function') {
    throw new InvalidInputError(`${operation}: onEvent is not a function.`, { operation });
  }
  if (session !== undefined && profile !== undefined) {
    throw new InvalidInputError(
      `${operation}: session and profile exclude each other: a session has its own credentials.`,
      { operation },
    );
  }
  checkWait(operation, wait);
};
