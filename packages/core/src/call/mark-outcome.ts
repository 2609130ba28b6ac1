import type { Call } from './call.js';
import { addNote } from '../errors/add-note.js';
import { type ArchError, setOutcome } from '../errors/arch-error.js';
import { AlreadyExistsError } from '../errors/already-exists-error.js';
import { ConnectionError } from '../errors/connection-error.js';
import { CredentialsError } from '../errors/credentials-error.js';
import { DeadlineError } from '../errors/deadline-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { ServiceError } from '../errors/service-error.js';
import { ThrottledError } from '../errors/throttled-error.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';

/** Adds to an error whether AWS may have completed the request, and whether the call is safe to repeat. */
export const markOutcome = (error: ArchError, call: Call): ArchError => {
  const subject = call.effect.mutates ? call : error instanceof DeadlineError ? ambiguousInner(call) : undefined;
  if (!subject || error.outcomeUnknown) return error;
  // If a later attempt fails because the name exists, an earlier attempt may have created the resource.
  const mayBeOwn = subject.wasAmbiguous && error instanceof AlreadyExistsError;
  const isLost = mayBeCompleted(subject) || error instanceof UnexpectedResponseError;
  if (!mayBeOwn && (isSettled(error) || !isLost)) return error;
  const { effect, token } = subject;
  const isSafe = token ? token.passAs === undefined : effect.repeatable && !effect.isRefusedTwice;
  setOutcome(error, { outcomeUnknown: true, idempotencyToken: token?.value, ...(!isSafe && { retryable: false }) });
  if (isSafe && token) setOutcome(error, { retryable: true });
  addNote(error, error instanceof AlreadyExistsError ? createdByEarlierAttempt : sentence(subject));
  return error;
};

/** Returns the inner call that AWS may have completed when the deadline of the task interrupted it. */
const ambiguousInner = ({ inner }: Call): Call | undefined => {
  for (const each of inner ?? []) {
    const found = each.effect.mutates && mayBeCompleted(each) ? each : ambiguousInner(each);
    if (found) return found;
  }
  return undefined;
};

/** Text of an `AlreadyExistsError` after an attempt whose response was lost. */
export const createdByEarlierAttempt =
  'An earlier attempt of this call may have created it: the response to that attempt was lost.';

/** Whether it is certain that AWS has not completed the request: nothing was sent, or AWS rejected it. */
const isSettled = (error: ArchError): boolean => {
  if (error instanceof InvalidInputError || error instanceof CredentialsError) return true;
  // A ServiceError leaves the outcome open only if it is retryable.
  if (error instanceof ServiceError) return !error.retryable;
  return error.code !== undefined && !(error instanceof ThrottledError || error instanceof ConnectionError);
};

/** Whether AWS may have completed the request of the call, or the request that it has joined. */
const mayBeCompleted = ({ isAmbiguous, inFlight, joined }: Call): boolean =>
  isAmbiguous || inFlight || (joined !== undefined && (joined.isAmbiguous || joined.inFlight));

/** The advice for the caller after the response was lost. */
const sentence = ({ effect, token }: Call): string => {
  if (token?.passAs !== undefined)
    return `AWS may have completed the request. To repeat the call safely, pass the same token: ${token.passAs}.`;
  if (token) return 'AWS may have completed the request. A repeated call with the same token is safe.';
  if (effect.isRefusedTwice)
    return 'AWS may have completed the request. Check before you call again, because AWS rejects a second request.';
  if (effect.repeatable) return 'AWS may have completed the request. A repeated call is safe.';
  return effect.advice ?? 'AWS may have completed the request, so it was not retried. Check before you call again.';
};
