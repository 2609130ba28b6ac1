import type { PayloadSigning } from '../call/payload-signing.js';
import type { EventListener } from '../events/publish.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { SessionChoice } from '../session/session-choice.js';
import { checkDuration } from '../clock/timeouts.js';
import { checkWait } from '../wait/check-wait-options.js';
import type { WaitOptions } from '../wait/wait-options.js';

/** The options that every function of every package accepts. */
export interface CallOptions extends SessionChoice {
  /**
   * Cancels the call, which rejects with the signal's reason. A function that undoes its work rejects when that is done, at most
   * `undoLimitMs` (30 s) later.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Deadline of the whole call with its retries, in milliseconds. Default: the session's, 60,000. A function that undoes its work after a
   * failure has `undoLimitMs` (30,000) in addition.
   */
  readonly timeoutMs?: number | undefined;
  /** Deadline of one attempt until its response begins, in milliseconds. Default: the session's, 30,000. */
  readonly attemptTimeoutMs?: number | undefined;
  /** Maximum number of attempts, including the first. Default: the session's, 3. */
  readonly maxAttempts?: number | undefined;
  /** `false`: the call sends its own request and is not joined with concurrent calls. Default: `true`. */
  readonly batch?: boolean | undefined;
  /** Whether the signature includes the hash of the content of S3 uploads. Default: the session's `payloadSigning`. */
  readonly payloadSigning?: PayloadSigning | undefined;
  /** Receives the events of this call, in addition to the session's listener. */
  readonly onEvent?: EventListener | undefined;
}

/** The options of a function that can also wait until AWS has completed the change. */
export interface WaitableCallOptions extends CallOptions {
  /** `true` or wait options: the call resolves when the resource has reached its state. Default: `false`. */
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
  'payloadSigning',
  'onEvent',
]);

/** Throws `InvalidInputError` for unknown and invalid options. */
export const checkCallOptions = (
  operation: string,
  options: WaitableCallOptions,
  extra: readonly string[] = [],
): void => {
  if (typeof options !== 'object' || options === null) {
    throw new InvalidInputError(`${operation}: options must be an object such as { region: 'eu-west-1' }.`, {
      operation,
    });
  }
  for (const name of Object.keys(options)) {
    const known = names.has(name) || extra.includes(name);
    // `wait: false` is valid everywhere: a function without a wait never waits.
    if (!known && !(name === 'wait' && !options.wait)) {
      throw new InvalidInputError(
        `${operation}: unknown option ${name}: the options are ${[...names, ...extra].join(', ')}.`,
        { operation },
      );
    }
  }
  const { timeoutMs, attemptTimeoutMs, maxAttempts, signal, onEvent, session, profile, wait, payloadSigning } = options;
  if (timeoutMs !== undefined) checkDuration(`${operation}: timeoutMs`, timeoutMs);
  if (attemptTimeoutMs !== undefined) checkDuration(`${operation}: attemptTimeoutMs`, attemptTimeoutMs);
  if (maxAttempts !== undefined && !(Number.isInteger(maxAttempts) && maxAttempts > 0)) {
    throw new InvalidInputError(
      `${operation}: maxAttempts must be a whole number of at least 1 (got ${String(maxAttempts)}).`,
      { operation },
    );
  }
  if (signal !== undefined && typeof signal?.throwIfAborted !== 'function') {
    throw new InvalidInputError(`${operation}: signal must be an AbortSignal.`, { operation });
  }
  if (onEvent !== undefined && typeof onEvent !== 'function') {
    throw new InvalidInputError(`${operation}: onEvent must be a function.`, { operation });
  }
  if (payloadSigning !== undefined && !['always', 'never'].includes(payloadSigning)) {
    throw new InvalidInputError(
      `${operation}: payloadSigning must be 'always' or 'never' (got ${JSON.stringify(payloadSigning)}).`,
      { operation },
    );
  }
  if (session !== undefined && profile !== undefined) {
    throw new InvalidInputError(
      `${operation}: provide session or profile, not both: a session has its own credentials.`,
      { operation },
    );
  }
  checkWait(operation, wait);
};
