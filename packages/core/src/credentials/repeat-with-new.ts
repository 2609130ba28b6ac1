import { currentCall } from '../call/current-call.js';
import type { Clock } from '../clock/clock.js';
import { publish } from '../events/publish.js';
import { metadataOf } from '../transport/response-metadata.js';
import { addRemedy } from '../translation/added-remedy.js';
import type { Credentials } from './credentials.js';
import { reasonOf } from './reason-of.js';
import type { Renewal, SessionCredentials } from './session-credentials.js';

/** A request that AWS has rejected because of its credentials. */
interface Rejected {
  readonly error: unknown;
  /** AWS's code. */
  readonly code: string;
  readonly used: Credentials;
  readonly renew: SessionCredentials['renew'];
  readonly clock: Clock;
  readonly repeat: () => Promise<unknown>;
  readonly input: object;
}

/** Resolves the credentials again and repeats the request once. If that is not possible, AWS's error says why. */
export const repeatWithNew = async (rejected: Rejected): Promise<unknown> => {
  const { error, code, used, renew, clock, repeat, input } = rejected;
  const call = currentCall();
  const renewal = await renew(used).catch((reason: unknown): Renewal => {
    call?.signal.throwIfAborted();
    return { reason: `They could not be resolved again: ${reasonOf(reason)}` };
  });
  const problem = 'reason' in renewal ? renewal.reason : problemOf(input);
  if (problem !== undefined) {
    addRemedy(error, problem);
    throw error;
  }
  if (!call) return repeat();
  publish(call.listeners, 'credentials-renewed', () => ({
    operation: call.operation,
    atMs: clock.now(),
    attempt: call.attempts + 1,
    reason: code,
  }));
  // The attempt that was rejected does not count for the maximum: AWS has done nothing.
  call.attemptsBefore = Math.max(0, (metadataOf(error)?.attempts ?? 1) - 1);
  try {
    return await repeat();
  } finally {
    call.attemptsBefore = 0;
  }
};

const problemOf = (input: object): string | undefined =>
  Object.values(input).some(isStream)
    ? 'They were renewed, but the body is a stream, which cannot be sent twice: call again with a new stream.'
    : undefined;

const isStream = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ('getReader' in value || 'pipe' in value || Symbol.asyncIterator in value);
