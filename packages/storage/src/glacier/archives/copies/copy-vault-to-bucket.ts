import { type CallOptions, type Operation, sessionTime, task } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';

import { checkConfirmation } from '../../../s3/check-confirmation.js';
import { headBucket } from '../../../s3/head-bucket.js';
import { headObject } from '../../../s3/objects/index.js';
import { requestObjectLock } from '../../../s3/request-object-lock.js';
import { futureRetention, inWholeSeconds } from '../../../s3/retain.js';
import { uploadFile } from '../../../s3/transfers/index.js';
import { getVaultInventory, requestVaultInventory } from '../../inventories/index.js';
import { getVaultJobOutput, listVaultJobs, waitForVaultJob } from '../../jobs/index.js';
import { requestVaultArchive } from '../request-vault-archive.js';
import { copyArchives } from './copy-archives.js';
import { type ArchiveCopy, copyTimeoutMs } from './archive-copy.js';
import { type CopyVaultToBucketInput, copyVaultToBucketInput } from './copy-vault-to-bucket-input.js';
import { findVaultJobs } from './find-vault-jobs.js';
import { readInventory } from './read-inventory.js';
import type { VaultCopy } from './vault-copy.js';

/**
 * Copies the archives of a vault to a bucket, in a Glacier storage class, with Object Lock if `retain` is given. Each archive is retrieved, which
 * takes 5–12 hours with the default tier and costs money per GB and per request, and is streamed to S3. The content is verified with the SHA-256
 * tree hash of the inventory, and by S3 with its CRC32. The metadata of the object contain the ID, the description, the creation date and the
 * tree hash of the archive: `vault-archive-id`, `-description`, `-creation-date` and `-tree-hash`. Nothing is deleted from the vault, so AWS
 * bills both. An archive that fails is in `failed`, and the others continue; the call rejects only if all fail, or after an error that concerns
 * all. A repeated call continues: it skips copies that exist, whatever their retention is, and uses jobs that are in progress or whose output
 * still exists, at least 24 hours. An object that is no such copy is not replaced. The default deadline is seven days. The older Glacier service
 * with its vaults is closed to new customers since December 2025.
 *
 * @example
 * const { copied, failed } = await copyVaultToBucket({ vaultName: 'photos', bucket: 'photos-archive', prefix: 'vault', retain: { years: 7 } });
 * for (const { archiveId, error } of failed) console.error(archiveId, error.message);
 * @throws {InvalidInputError} `confirmRetention` is not the retention.
 * @throws {NotFoundError} there is no such vault in this region or it has no inventory yet, or there is no such bucket.
 * @throws {ConflictError} the bucket has no Object Lock.
 * @throws {WaitError} the job for the inventory has failed, with AWS's reason.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/downloading-an-archive.html
 */
export const copyVaultToBucket: Operation<
  CopyVaultToBucketInput,
  VaultCopy,
  {
    on: 'bucket' | 'key' | 'prefix' | 'vaultName';
    with: 'objectLockLegalHoldStatus' | 'objectLockMode' | 'resume' | 'retain' | 'tags' | 'versionId';
  }
> = task(() => ({
  name: 'copyVaultToBucket',
  service: s3,
  input: copyVaultToBucketInput(),
  uses: [
    headBucket,
    requestObjectLock,
    listVaultJobs,
    requestVaultInventory,
    waitForVaultJob,
    getVaultInventory,
    headObject,
    requestVaultArchive,
    getVaultJobOutput,
    uploadFile,
  ],
  permissions: [{ action: 's3:PutObjectRetention', resources: ['object'], with: 'retain' }],
  timeoutMs: copyTimeoutMs,
  run: async (members, options, steps) => {
    const lock = await lockOf(members, options);
    const { vaultName, accountId, bucket } = members;
    await headBucket({ bucket }, options);
    const jobs = await findVaultJobs({ vaultName, accountId }, options);
    const archives = members.archives ?? (await readInventory(members, jobs.inventory, options));
    return copyArchives({ ...members, ...lock, archives, jobs: jobs.archives }, { options, steps });
  },
}));

const lockOf = async (
  { bucket, retain, mode = 'GOVERNANCE', confirmRetention }: CopyVaultToBucketInput,
  options: CallOptions,
): Promise<Pick<ArchiveCopy, 'objectLockMode' | 'objectLockRetainUntilDate'>> => {
  if (!retain) return {};
  checkConfirmation('copyVaultToBucket', { retain, mode, confirmRetention });
  const date = futureRetention('copyVaultToBucket', retain, sessionTime(options));
  await requestObjectLock({ bucket }, options);
  return { objectLockMode: mode, objectLockRetainUntilDate: inWholeSeconds(date) };
};
