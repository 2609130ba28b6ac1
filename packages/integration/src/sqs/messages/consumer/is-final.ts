import { AccessDeniedError, ArchError, InvalidInputError, NotFoundError, ServiceError } from '@arch/core';

/**
 * Whether no later attempt can succeed: access is denied, the queue does not exist, or AWS refuses the request as such. Throttling, broken
 * connections, failures of AWS and foreign responses pass by themselves; so do a quota of messages in flight, and keys that could not be renewed.
 */
export const isFinal = (error: unknown): boolean => {
  if (!(error instanceof ArchError)) return true;
  if (error instanceof AccessDeniedError || error instanceof InvalidInputError || error instanceof NotFoundError)
    return true;
  const { code, status = 0, retryable } = error;
  return error instanceof ServiceError && !retryable && code !== undefined && status >= 400 && status < 500;
};
