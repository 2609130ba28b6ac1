import { AccessDeniedError, ConflictError, ServiceError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { lockNotes } from '../lock-notes.js';
import type { UndeletedObject } from '../objects/deletions/index.js';
import { headObject } from '../objects/index.js';

/** The objects that S3 did not delete. */
interface UndeletedObjects {
  readonly first: UndeletedObject;
  readonly count: number;
}

/**
 * Returns the error of a bucket that cannot be emptied. S3 has the same code for a missing permission and for Object Lock, so this function
 * requests the locks of the object.
 */
export const notDeleted = async (
  bucket: string,
  { first, count }: UndeletedObjects,
  options: CallOptions,
): Promise<Error> => {
  const { key, versionId, code, message } = first;
  const version = versionId === undefined ? '' : ` (version ${versionId})`;
  const problem =
    `deleteBucket: cannot delete ${count} of the objects and versions in ${bucket}, e.g. ` +
    `${JSON.stringify(key)}${version}: ${(message || code).replace(/\.$/, '')}.`;
  const details = { operation: 'deleteBucket', resource: 'bucket', id: bucket, code };
  const isLocked = /object lock|WORM/i.test(message);
  if (!isLocked && code !== 'AccessDenied')
    return new ServiceError(problem, { ...details, retryable: code === 'InternalError' });
  // The permission to delete an object does not include the permissions to read it and its locks.
  const head = await headObject({ bucket, key, versionId }, options).catch(() => undefined);
  const locks = lockNotes(head);
  if (locks.length > 0) return new ConflictError([problem, ...locks].join(' '), details);
  if (isLocked)
    return new ConflictError(`${problem} describeObjectRetention() returns the end of the retention.`, details);
  return new AccessDeniedError(
    `${problem} Possible reasons: no policy allows s3:DeleteObjectVersion, a policy denies it, or Object Lock protects the version ` +
      '(see describeObjectRetention).',
    { ...details, action: 's3:DeleteObjectVersion' },
  );
};
