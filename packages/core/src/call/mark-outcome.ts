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

/** Lets an error say whether AWS may have completed the request, and whether the call may then be repeated. */
export const markOutcome = (error: ArchError, call: Call): ArchError => {
  const subject = call.effect.mutates ? call : error instanceof DeadlineError ? innerInDoubt(call) : undefined;
  if (!subject || error.outcomeUnknown) return error;
  // A name that is taken at a later attempt may have been taken by an earlier one, whose response was lost.
  const mayBeOurs = subject.wasAmbiguous && error instanceof AlreadyExistsError;
  const isLost = isInDoubt(subject) || error instanceof UnexpectedResponseError;
  if (!mayBeOurs && (isSettled(error) || !isLost)) return error;
  const { effect, token } = subject;
  const isSafe = token ? token.passAs === undefined : effect.repeatable && !effect.isRefusedTwice;
  setOutcome(error, { outcomeUnknown: true, idempotencyToken: token?.value, ...(!isSafe && { retryable: false }) });
  if (isSafe && token) setOutcome(error, { retryable: true });
  addNote(error, error instanceof AlreadyExistsError ? createdByEarlierAttempt : sentence(subject));
  return error;
};

/** The call within a task that changes something and that the deadline of the task has interrupted. */
const innerInDoubt = ({ inner }: Call): Call | undefined => {
  for (const each of inner ?? []) {
    const found = each.effect.mutates && isInDoubt(each) ? each : innerInDoubt(each);
    if (found) return found;
  }
  return undefined;
};

/** What an error adds where a name is taken after an attempt whose response was lost. */
export const createdByEarlierAttempt = 'An earlier attempt of this call, whose response was lost, may have made it.';

/** Whether nothing was sent, or AWS has said what it did not do. */
const isSettled = (error: ArchError): boolean => {
  if (error instanceof InvalidInputError || error instanceof CredentialsError) return true;
  // Of AWS's own failures only those leave it open that a later call may get over.
  if (error instanceof ServiceError) return !error.retryable;
  return error.code !== undefined && !(error instanceof ThrottledError || error instanceof ConnectionError);
};

/** Whether AWS may have completed what the call, or the request that it has joined, asked for. */
const isInDoubt = ({ isAmbiguous, inFlight, joined }: Call): boolean =>
  isAmbiguous || inFlight || (joined !== undefined && (joined.isAmbiguous || joined.inFlight));

/** One sentence for every way in which a response can be lost. */
const sentence = ({ effect, token }: Call): string => {
  if (token?.passAs !== undefined)
    return `AWS may have completed the request; to repeat it without doing it twice, pass the same token: ${token.passAs}.`;
  if (token) return 'AWS may have completed the request; a call with the same token does not do it twice.';
  if (effect.isRefusedTwice)
    return 'AWS may have completed the request: check before you call again, because AWS refuses a second call.';
  if (effect.repeatable) return 'AWS may have completed the request; repeating the call does no harm.';
  return effect.advice ?? 'AWS may have completed the request, so it was not retried. Check before you call again.';
};
