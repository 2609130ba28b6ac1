import { InvalidInputError } from '@arch/core';
import { type Operation, sessionTime, task } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';

import { directoryTimeoutMs } from '../plans/index.js';
import { uploadFile } from '../../upload-file.js';
import { describeObjectRetention } from '../../../archives/index.js';
import { requestObjectLock } from '../../../request-object-lock.js';
import { futureRetention } from '../../../retain.js';
import { type ArchiveDirectoryInput, archiveDirectoryInput, retentionInWords } from './archive-directory-input.js';
import type { ArchivedDirectory } from './archived-directory.js';

/**
 * Archives all files of a directory and its subdirectories in a bucket with Object Lock: each is uploaded to an archive storage class with its
 * retention in the same request, so that it is never without its lock. Then the function uploads `archive-manifest.json`, which contains the path,
 * size, version ID and checksums of each file and is locked too, and reads the retention of every object back: an object that is not locked as
 * requested is in `unlocked`. Each file is read twice. A file that fails is in `failed`, and the others continue; a second call archives all files
 * again. Needs memory for the manifest. The default deadline is seven days.
 *
 * @example
 * const place = { from: 'contracts', bucket: 'originals', prefix: '2026' };
 * const { isLocked, manifest } = await archiveDirectory({ ...place, retain: { years: 7 }, mode: 'COMPLIANCE', confirmRetention: '7 years' });
 * @throws {InvalidInputError} `confirmRetention` is not the retention, or the directory contains no files.
 * @throws {LocalError} the directory cannot be read.
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} the bucket has no Object Lock.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export const archiveDirectory: Operation<
  ArchiveDirectoryInput,
  ArchivedDirectory,
  { on: 'bucket' | 'key' | 'prefix'; with: 'objectLockLegalHoldStatus' | 'objectLockMode' | 'resume' | 'tags' }
> = task(() => ({
  name: 'archiveDirectory',
  service: s3,
  input: archiveDirectoryInput(),
  uses: [requestObjectLock, uploadFile, describeObjectRetention],
  permissions: [{ action: 's3:PutObjectRetention', resources: ['object'] }],
  timeoutMs: directoryTimeoutMs,
  run: async (members, options, steps) => {
    const { bucket, retain, mode = 'GOVERNANCE' } = members;
    if (mode === 'COMPLIANCE') checkConfirmation(members);
    const archivedAt = sessionTime(options);
    const retainUntilDate = wholeSeconds(futureRetention('archiveDirectory', retain, archivedAt));
    await requestObjectLock({ bucket }, options);
    // The code for directories is loaded with the first transfer of one.
    const { archiveFiles } = await import('./archive-files.js');
    return archiveFiles({ ...members, mode, retainUntilDate, archivedAt }, { options, steps });
  },
}));

const checkConfirmation = ({ retain, confirmRetention }: ArchiveDirectoryInput): void => {
  const words = retentionInWords(retain);
  if (confirmRetention === words) return;
  const got = confirmRetention === undefined ? '' : ` (got '${confirmRetention}')`;
  throw new InvalidInputError(
    `archiveDirectory: mode: 'COMPLIANCE' requires confirmRetention: '${words}'${got}: nobody can delete the objects before, not even the root user.`,
    { operation: 'archiveDirectory' },
  );
};

/** S3 may store the end of a retention without its milliseconds. Rounded up, so that the retention is not too short. */
const wholeSeconds = (date: Date): Date => new Date(Math.ceil(date.getTime() / 1_000) * 1_000);
