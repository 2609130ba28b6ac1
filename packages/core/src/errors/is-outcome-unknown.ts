import { ArchError } from './arch-error.js';
import { ConnectionError } from './connection-error.js';
import { DeadlineError } from './deadline-error.js';
import { UnexpectedResponseError } from './unexpected-response-error.js';

/** Whether AWS may have done what failed: it has neither refused it nor was it unreachable. */
export const isOutcomeUnknown = (error: unknown): boolean => {
  if (!(error instanceof ArchError)) return false;
  if (error instanceof DeadlineError && error.limit === 'connect') return false;
  const isLost = [DeadlineError, ConnectionError, UnexpectedResponseError].some((kind) => error instanceof kind);
  return (isLost && !neverSent.has(error.code ?? '')) || (error.status ?? 0) >= 500;
};

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
