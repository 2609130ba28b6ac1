import {
  type ArchError,
  ConflictError,
  CredentialsError,
  InvalidInputError,
  LocalError,
  NotFoundError,
} from '@arch/core';

/** Whether the same error is certain for every other file. */
export const concernsAll = (error: ArchError): boolean =>
  error instanceof CredentialsError || (error instanceof NotFoundError && error.resource === 'bucket');

/** Whether the error is about this file, e.g. because it vanished or is archived. */
export const concernsFile = (error: ArchError): boolean =>
  [LocalError, InvalidInputError, ConflictError, NotFoundError].some((each) => error instanceof each);
