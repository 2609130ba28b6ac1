import { type ArchError, ConflictError, InvalidInputError, LocalError, NotFoundError } from '@arch/core';

/** Whether the error is about this file, e.g. because it vanished or is archived. */
export const concernsFile = (error: ArchError): boolean =>
  [LocalError, InvalidInputError, ConflictError, NotFoundError].some((each) => error instanceof each);
