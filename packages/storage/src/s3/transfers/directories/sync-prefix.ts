import {
  type CallOptions,
  checkAwsMembers,
  type DeclaredFunction,
  task,
  type TaskDeclaration,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import { copyLargeObject } from '../../objects/copies/index.js';
import { copyObject, headObject, listObjects } from '../../objects/index.js';
import { type DirectoryTransfer, directoryTimeoutMs, type TransferPlan } from './plans/index.js';
import { type SyncPrefixInput, syncPrefixInput } from './sync-prefix-input.js';

/** A function that makes a prefix equal to another one, or returns the plan of it. */
export interface SyncPrefix extends DeclaredFunction<{
  on: 'bucket' | 'key' | 'prefix';
  with: 'delete' | 'objectLockLegalHoldStatus' | 'objectLockMode' | 'tags' | 'versionId';
}> {
  (input: SyncPrefixInput & { readonly dryRun: true }, options?: CallOptions): Promise<TransferPlan>;
  (input: SyncPrefixInput & { readonly dryRun?: false | undefined }, options?: CallOptions): Promise<DirectoryTransfer>;
  (input: SyncPrefixInput, options?: CallOptions): Promise<TransferPlan | DirectoryTransfer>;
}

/**
 * Copies the new and changed objects of one prefix to another one, within S3: the contents are not downloaded. With `delete: true` it deletes
 * the objects that the source lacks, within the guards of `syncDirectory`: last, only if no copy failed, and refused if the source contains no
 * objects or `maxDelete` is exceeded. Each object is copied as `copyLargeObject` does, with its content headers, metadata and tags. An object
 * that fails, e.g. an archived one, is listed in `failed`, and the others continue. Empty objects whose keys end with `/` are not copied. The
 * function rejects if no object succeeds. The default deadline is seven days.
 * A policy contains the permission to delete only on request: `policyFor(syncPrefix.with('delete'))`.
 *
 * @example
 * const to = { bucket: 'reports-copy', prefix: '2026' };
 * const plan = await syncPrefix({ from: { bucket: 'reports', prefix: '2026' }, to, delete: true, dryRun: true });
 * console.log(String(plan));
 * await plan.execute();
 * @throws {ConflictError} the deletions are refused. The message contains what to pass if they are intended.
 * @throws {NotFoundError} there is no such bucket.
 * @throws {UnexpectedResponseError} a listing is not sorted, as those of directory buckets. Nothing is deleted.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/copy-object.html
 */
export const syncPrefix: SyncPrefix = task((): Declaration => ({
  name: 'syncPrefix',
  input: syncPrefixInput(),
  service: s3,
  // deleteObjects is not among the functions that are used, because its permission is required only with `delete`.
  permissions: [{ action: 's3:DeleteObject', resources: ['object'], with: 'delete' }],
  uses: [listObjects, headObject, copyObject, copyLargeObject],
  timeoutMs: directoryTimeoutMs,
  run: async (members, options) => {
    checkAwsMembers('syncPrefix', CreateMultipartUploadCommand, members.aws);
    // The code for directories is loaded with the first transfer of one.
    const { transferPrefix } = await import('./transfer-prefix.js');
    return transferPrefix(members, options);
  },
})) as unknown as SyncPrefix;

type Declaration = TaskDeclaration<SyncPrefixInput, TransferPlan | DirectoryTransfer>;
