import { AlreadyExistsError, type ConflictError, NotFoundError } from '@arch/core';
import { createdByEarlierAttempt } from '@arch/core/builder';

/** What was to be made. */
export interface Named {
  /** In words, e.g. `workgroup`. */
  readonly resource: string;
  readonly id: string;
}

/**
 * Throws where something refused cannot be made because its name is taken: Redshift Serverless has one code for that and for what is busy,
 * and only a look tells them apart.
 */
export const checkNameIsFree = async (
  refusal: ConflictError,
  { resource, id }: Named,
  look: () => Promise<unknown>,
): Promise<undefined> => {
  try {
    await look();
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
  const { operation, code, status, requestId, attempts, cause } = refusal;
  const says = cause instanceof Error ? ` AWS says: ${cause.message}` : '';
  const isInDoubt = (attempts ?? 1) > 1;
  throw new AlreadyExistsError(
    `${operation}: ${resource} ${id} already exists.${says}${isInDoubt ? ` ${createdByEarlierAttempt}` : ''}`,
    {
      operation,
      outcomeUnknown: isInDoubt,
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
