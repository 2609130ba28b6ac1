import { AccessDeniedError, ConflictError, ServiceError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import type { UndeletedObject } from '../objects/deletions/index.js';
import { headObject, type ObjectHead } from '../objects/index.js';

/** The objects that S3 did not delete. */
interface Kept {
  readonly first: UndeletedObject;
  readonly count: number;
}

/** The error of a bucket that cannot be emptied. S3 has one code for a missing permission and for Object Lock, so the object is looked up. */
export const notDeleted = async (bucket: string, { first, count }: Kept, options: CallOptions): Promise<Error> => {
  const { key, versionId, code, message } = first;
  const version = versionId === undefined ? '' : ` (version ${versionId})`;
  const what =
    `deleteBucket: ${count} of the objects and versions in ${bucket} cannot be deleted, among them ` +
    `${JSON.stringify(key)}${version}: ${(message || code).replace(/\.$/, '')}.`;
  const details = { operation: 'deleteBucket', resource: 'bucket', id: bucket, code };
  const isLocked = /object lock|WORM/i.test(message);
  if (!isLocked && code !== 'AccessDenied')
    return new ServiceError(what, { ...details, retryable: code === 'InternalError' });
  // The permission to delete an object does not include the permissions to read it and its locks.
  const head = await headObject({ bucket, key, versionId }, options).catch(() => undefined);
  const locks = locksOf(head);
  if (locks.length > 0) return new ConflictError([what, ...locks].join(' '), details);
  if (isLocked) return new ConflictError(`${what} describeObjectRetention() returns the date when that ends.`, details);
  return new AccessDeniedError(
    `${what} Either the credentials or the bucket have no policy that allows s3:DeleteObjectVersion, or one that denies it; or Object Lock ` +
      'protects the version: describeObjectRetention() tells.',
    { ...details, action: 's3:DeleteObjectVersion' },
  );
};

/** What protects a version from deletion, and how to end it. */
const locksOf = ({
  objectLockMode: mode,
  objectLockRetainUntilDate: until,
  objectLockLegalHoldStatus: hold,
}: Partial<ObjectHead> = {}): readonly string[] => [
  ...(until ? [`Its retention in ${mode ?? 'COMPLIANCE'} mode ends at ${until.toISOString()}${endOf(mode)}.`] : []),
  ...(hold === 'ON' ? ["Its legal hold is on: lift it with putObjectLegalHold({ status: 'OFF' })."] : []),
];

const endOf = (mode: string | undefined): string =>
  mode === 'GOVERNANCE' ? '; bypassGovernanceRetention: true deletes it before' : ', and nobody can delete it before';
