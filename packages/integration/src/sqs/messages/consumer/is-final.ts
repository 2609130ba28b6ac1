import { AccessDeniedError, ArchError, InvalidInputError, NotFoundError, ServiceError } from '@arch/core';

/**
 * Whether retries cannot resolve an error: access is denied, the queue does not exist, or AWS rejects the request. Temporary errors are
 * throttling, broken connections, server errors of AWS, responses that are not AWS's, the quota of messages in flight, and failed renewals of
 * credentials.
 */
export const isFinal = (error: unknown): boolean => {
  if (!(error instanceof ArchError)) return true;
  if (error instanceof AccessDeniedError || error instanceof InvalidInputError || error instanceof NotFoundError)
    return true;
  const { code, status = 0, retryable } = error;
  return error instanceof ServiceError && !retryable && code !== undefined && status >= 400 && status < 500;
};
