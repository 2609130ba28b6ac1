import { UnexpectedResponseError } from '@arch/core';
import { asArchError } from '@arch/core/builder';

/** What went wrong while the content of an object was read. */
export const bodyError = (operation: string, id: string, error: unknown): unknown => {
  if (!(error instanceof Error) || !/checksum/i.test(error.message)) return asArchError(error, operation);
  return new UnexpectedResponseError(`${operation}: ${id} is not what S3 keeps: ${error.message}. Try again.`, {
    operation,
    id,
    cause: error,
    retryable: true,
  });
};
