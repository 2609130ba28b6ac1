import { commonErrors } from '../translation/common-errors.js';
import { ruleByPattern } from '../translation/rule-by-pattern.js';

/** Connection errors raised before anything was sent. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Server error statuses which mean that the request was not processed. */
const refusals = new Set([501, 505]);

/** The part of the error of an attempt that shows its outcome. */
interface AttemptError {
  readonly name?: string;
  readonly code?: unknown;
  readonly limit?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/**
 * Returns the outcome of a failed attempt: `unknown` if AWS may have completed the request, `refused` if AWS rejected it, `not-sent` if it did
 * not reach AWS or was throttled.
 */
export const outcomeOf = (thrown: unknown): 'unknown' | 'refused' | 'not-sent' => {
  const { name = '', code, limit, $metadata } = (thrown ?? {}) as AttemptError;
  const status = $metadata?.httpStatusCode;
  if (status === undefined) {
    // Node.js throws a TypeError for a request that it cannot send.
    const refused = thrown instanceof TypeError || limit === 'connect' || neverSent.has(String(code));
    return refused ? 'not-sent' : 'unknown';
  }
  if (status === 429 || (commonErrors[name] ?? ruleByPattern(name))?.situation === 'throttled') return 'not-sent';
  return (status >= 300 && status < 500) || refusals.has(status) ? 'refused' : 'unknown';
};
