import { type ArchError, CredentialsError, NotFoundError } from '@arch/core';

/** Whether the same error is certain for every other object of the bucket. */
export const concernsAll = (error: ArchError): boolean =>
  error instanceof CredentialsError || (error instanceof NotFoundError && error.resource === 'bucket');
