import { type Operation, sessionTime, task } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';

import { directoryTimeoutMs } from '../plans/index.js';
import { uploadFile } from '../../upload-file.js';
import { describeObjectRetention } from '../../../archives/index.js';
import { checkConfirmation } from '../../../check-confirmation.js';
import { requestObjectLock } from '../../../request-object-lock.js';
import { futureRetention, inWholeSeconds } from '../../../retain.js';
import { type ArchiveDirectoryInput, archiveDirectoryInput } from './archive-directory-input.js';
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
    checkConfirmation('archiveDirectory', members);
    const archivedAt = sessionTime(options);
    const retainUntilDate = inWholeSeconds(futureRetention('archiveDirectory', retain, archivedAt));
    await requestObjectLock({ bucket }, options);
    // The code for directories is loaded with the first transfer of one.
    const { archiveFiles } = await import('./archive-files.js');
    return archiveFiles({ ...members, mode, retainUntilDate, archivedAt }, { options, steps });
  },
}));
