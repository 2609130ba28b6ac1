import { commonErrors } from '../translation/common-errors.js';

/** Errors of connections that were not made: nothing was sent. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Statuses by which a server says that it has not done what was asked for. */
const refusals = new Set([501, 505]);

/** What is read of an error that an attempt ended with. */
interface AttemptError {
  readonly name?: string;
  readonly code?: unknown;
  readonly limit?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/**
 * What a failed attempt says about its request: `unknown` where AWS may have completed it, `refused` where AWS said no, `not-sent` where it
 * did not reach AWS or was not looked at.
 */
export const outcomeOf = (thrown: unknown): 'unknown' | 'refused' | 'not-sent' => {
  const { name = '', code, limit, $metadata } = (thrown ?? {}) as AttemptError;
  const status = $metadata?.httpStatusCode;
  if (status === undefined) {
    // Node throws a TypeError with a code for what it refuses to send.
    const refused = thrown instanceof TypeError || limit === 'connect' || neverSent.has(String(code));
    return refused ? 'not-sent' : 'unknown';
  }
  if (status === 429 || commonErrors[name]?.situation === 'throttled') return 'not-sent';
  return (status >= 300 && status < 500) || refusals.has(status) ? 'refused' : 'unknown';
};
