import { AlreadyExistsError, type ConflictError, NotFoundError } from '@arch/core';
import { createdByEarlierAttempt } from '@arch/core/builder';

/** The resource that a call creates. */
export interface NewResource {
  /** Type of the resource, e.g. `workgroup`. */
  readonly resource: string;
  readonly id: string;
}

/**
 * Throws `AlreadyExistsError` after a conflict if the resource already exists. Redshift Serverless has the same code for an existing name
 * and for another operation in progress; only a describe request distinguishes them.
 */
export const checkNameIsFree = async (
  conflict: ConflictError,
  { resource, id }: NewResource,
  describe: () => Promise<unknown>,
): Promise<undefined> => {
  try {
    await describe();
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
  const { operation, code, status, requestId, attempts, cause } = conflict;
  const awsMessage = cause instanceof Error ? ` AWS says: ${cause.message}` : '';
  const isRetry = (attempts ?? 1) > 1;
  throw new AlreadyExistsError(
    `${operation}: ${resource} ${id} already exists.${awsMessage}${isRetry ? ` ${createdByEarlierAttempt}` : ''}`,
    {
      operation,
      outcomeUnknown: isRetry,
      resource,
      id,
      code,
      status,
      requestId,
      attempts,
      cause,
    },
  );
};
