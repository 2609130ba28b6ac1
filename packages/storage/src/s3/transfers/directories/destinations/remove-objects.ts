import { ArchError, InvalidRequestError } from '@arch/core';
import type { AwsInput, CallOptions } from '@arch/core/builder';

import { deleteObjects } from '../../../objects/deletions/index.js';
import type { FailedFile, PlannedAction } from '../plans/index.js';

/** S3's limit for one request. */
const mostKeys = 1_000;

/** The objects of a destination. */
interface Place extends AwsInput {
  /** The function that errors name. */
  readonly operation: string;
  readonly bucket: string;
  /** The beginning of the keys, before the paths. */
  readonly start: string;
}

/** Deletes the objects of actions, 1,000 per request. Returns those that could not be deleted. */
export const removeObjects = async (
  place: Place,
  actions: readonly PlannedAction[],
  options: CallOptions,
): Promise<readonly FailedFile[]> => {
  const failed: FailedFile[] = [];
  for (let from = 0; from < actions.length; from += mostKeys) {
    failed.push(...(await removeTogether(place, actions.slice(from, from + mostKeys), options)));
  }
  return failed;
};

const removeTogether = async (
  { operation, bucket, start, aws }: Place,
  actions: readonly PlannedAction[],
  options: CallOptions,
): Promise<readonly FailedFile[]> => {
  try {
    const objects = actions.map(({ path }) => `${start}${path}`);
    const { errors } = await deleteObjects({ bucket, objects, aws }, options);
    return errors.map((each) => ({
      path: each.key.slice(start.length),
      action: 'delete',
      error: notDeleted(operation, each),
    }));
  } catch (error) {
    if (options.signal?.aborted || !(error instanceof ArchError)) throw error;
    return actions.map(({ path }) => ({ path, action: 'delete', error }));
  }
};

const notDeleted = (
  operation: string,
  { key, code, message }: { readonly key: string; readonly code: string; readonly message: string },
): ArchError =>
  new InvalidRequestError(`${operation}: S3 has not deleted the object ${key}: ${message || code}`, {
    operation,
    resource: 'object',
    id: key,
    code,
  });
