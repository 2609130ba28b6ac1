import { AccessDeniedError, ConflictError, ServiceError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import type { UndeletedObject } from '../objects/deletions/index.js';
import { headObject, type ObjectHead } from '../objects/index.js';

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
  const locks = locksOf(head);
  if (locks.length > 0) return new ConflictError([problem, ...locks].join(' '), details);
  if (isLocked)
    return new ConflictError(`${problem} describeObjectRetention() returns the end of the retention.`, details);
  return new AccessDeniedError(
    `${problem} Possible reasons: no policy allows s3:DeleteObjectVersion, a policy denies it, or Object Lock protects the version ` +
      '(see describeObjectRetention).',
    { ...details, action: 's3:DeleteObjectVersion' },
  );
};

/** Returns a sentence for the retention and one for the legal hold of a version, with the remedy. */
const locksOf = ({
  objectLockMode: mode,
  objectLockRetainUntilDate: until,
  objectLockLegalHoldStatus: hold,
}: Partial<ObjectHead> = {}): readonly string[] => [
  ...(until
    ? [`Its retention in ${mode ?? 'COMPLIANCE'} mode ends at ${until.toISOString()}: ${remedyFor(mode)}.`]
    : []),
  ...(hold === 'ON' ? ["Its legal hold is on: remove it with putObjectLegalHold({ status: 'OFF' })."] : []),
];

const remedyFor = (mode: string | undefined): string =>
  mode === 'GOVERNANCE'
    ? 'pass bypassGovernanceRetention: true to delete the version before'
    : 'nobody can delete the version before';
