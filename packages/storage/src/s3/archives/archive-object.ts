import {
  type CallOptions,
  checkAwsMembers,
  type Operation,
  sessionTime,
  task,
  type TaskSteps,
} from '@arch/core/builder';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import { copyLargeObject } from '../objects/copies/index.js';
import { deleteObject, headObject, type ObjectHead } from '../objects/index.js';
import { type ArchivedObject, type ArchiveObjectInput, archiveObjectInput } from './archived-object.js';
import { putObjectLegalHold } from './put-object-legal-hold.js';
import { putObjectRetention } from './put-object-retention.js';
import { requestObjectLock } from '../request-object-lock.js';
import { futureRetention } from '../retain.js';

/**
 * Moves an object to an archive storage class and locks it with Object Lock: until a date (`retain`), or until a legal hold is removed
 * (`legalHold`). S3 can only move by copying, so the function creates a new version, and deletes that version if it cannot be locked. An
 * object that already has the storage class is only locked. The default deadline is 24 hours.
 *
 * @example
 * const { retainUntilDate } = await archiveObject({ bucket: 'originals', key: 'contract.pdf', retain: { years: 7 } });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} the bucket has no Object Lock, the object already has a longer retention, or it is archived and not restored.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export const archiveObject: Operation<
  ArchiveObjectInput,
  ArchivedObject,
  {
    on: 'bucket' | 'key' | 'prefix';
    with:
      | 'bypassGovernanceRetention'
      | 'ifMatch'
      | 'objectLockLegalHoldStatus'
      | 'objectLockMode'
      | 'tags'
      | 'versionId';
  }
> = task(() => ({
  name: 'archiveObject',
  input: archiveObjectInput(),
  uses: [requestObjectLock, headObject, copyLargeObject, putObjectRetention, putObjectLegalHold, deleteObject],
  timeoutMs: 86_400_000,
  run: async (members, options, steps) => {
    checkAwsMembers('archiveObject', CreateMultipartUploadCommand, members.aws);
    const { bucket, key, versionId, deletePrevious = false } = members;
    const lock = lockOf(members, sessionTime(options));
    if (lock.retainUntilDate || lock.legalHold) await requestObjectLock({ bucket }, options);
    const head = await headObject({ bucket, key, versionId }, options);
    const exists = `a version of ${key} may exist without the requested lock: find it with listObjectVersions`;
    const archived = await steps.making(exists, moveToClass(members, head, options));
    await lockOrRemove({ ...archived, ...lock }, options, steps);
    if (!archived.previousVersionId || !deletePrevious) return { ...archived, ...lock };
    await deleteObject({ bucket, key, versionId: archived.previousVersionId }, options);
    return { ...archived, ...lock, previousVersionId: undefined };
  },
}));

type Lock = Pick<ArchivedObject, 'mode' | 'retainUntilDate' | 'legalHold'>;

const lockOf = ({ retain, mode = 'GOVERNANCE', legalHold = false }: ArchiveObjectInput, now: Date): Lock => {
  if (!retain) return { legalHold };
  return { mode, retainUntilDate: futureRetention('archiveObject', retain, now), legalHold };
};

const moveToClass = async (
  { bucket, key, storageClass = 'GLACIER', aws }: ArchiveObjectInput,
  { versionId, storageClass: found }: ObjectHead,
  options: CallOptions,
): Promise<Omit<ArchivedObject, keyof Lock>> => {
  if (found === storageClass) return { bucket, key, versionId, storageClass };
  const copied = await copyLargeObject({ bucket, key, source: { bucket, key, versionId }, storageClass, aws }, options);
  return { bucket, key, versionId: copied.versionId, storageClass, previousVersionId: versionId };
};

const lockOrRemove = async (
  { bucket, key, versionId, previousVersionId, mode, retainUntilDate, legalHold }: ArchivedObject,
  options: CallOptions,
  { undo }: TaskSteps,
): Promise<void> => {
  const version = { bucket, key, versionId };
  // If nothing was copied, the version existed before and must not be deleted.
  const isNew = versionId !== undefined && previousVersionId !== undefined;
  const left = `the version ${versionId} of ${key} is left without the requested lock: delete it with deleteObject`;
  const cancelUndo = isNew ? undo(left, (own) => deleteObject(version, own)) : undefined;
  if (mode && retainUntilDate) await putObjectRetention({ ...version, mode, retainUntilDate }, options);
  if (legalHold) await putObjectLegalHold({ ...version, status: 'ON' }, options);
  cancelUndo?.();
};
