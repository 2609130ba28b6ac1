import {
  type CallOptions,
  checkAwsMembers,
  type DeclaredFunction,
  task,
  type TaskDeclaration,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { CreateMultipartUploadCommand, HeadObjectCommand } from '@aws-sdk/client-s3';

import { headObject, listObjects } from '../../objects/index.js';
import { downloadFile } from '../download-file.js';
import { uploadFile } from '../upload-file.js';
import { type DirectoryTransfer, directoryTimeoutMs, type TransferPlan } from './plans/index.js';
import { isUpload, type SyncDirectoryInput, syncDirectoryInput } from './sync-directory-input.js';

/** A function that makes a destination equal to a source, or returns the plan of it. */
export interface SyncDirectory extends DeclaredFunction<{
  on: 'bucket' | 'key' | 'prefix';
  with: 'delete' | 'objectLockLegalHoldStatus' | 'objectLockMode' | 'resume' | 'tags' | 'versionId';
}> {
  (input: SyncDirectoryInput & { readonly dryRun: true }, options?: CallOptions): Promise<TransferPlan>;
  (
    input: SyncDirectoryInput & { readonly dryRun?: false | undefined },
    options?: CallOptions,
  ): Promise<DirectoryTransfer>;
  (input: SyncDirectoryInput, options?: CallOptions): Promise<TransferPlan | DirectoryTransfer>;
}

/**
 * Transfers the new and changed files of a local directory to a prefix in a bucket, or the reverse, and with `delete: true` deletes the files
 * that the source lacks. A second run after an interruption transfers the rest. By default a file is changed if its size differs, or if the
 * source was changed after the last transfer; with `resume` it also continues within large files. Deletions come last, and only if no transfer failed. They are refused, before anything is
 * transferred, if the source contains no files or cannot be read completely, or if they exceed `maxDelete`. A file that fails is listed in
 * `failed`, and the others continue. The function rejects if no file succeeds. The default deadline is seven days.
 * A policy contains the permission to delete only on request: `policyFor(syncDirectory.with('delete'))`.
 *
 * @example
 * const plan = await syncDirectory({ from: 'dist', to: { bucket: 'my-site' }, delete: true, everything: true, dryRun: true });
 * console.log(String(plan));
 * await plan.execute();
 * @throws {ConflictError} the deletions are refused. The message contains what to pass if they are intended.
 * @throws {LocalError} the directory cannot be read or created.
 * @throws {NotFoundError} there is no such bucket.
 * @throws {UnexpectedResponseError} the listing is not sorted, as those of directory buckets. Nothing is deleted.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export const syncDirectory: SyncDirectory = task((): Declaration => ({
  name: 'syncDirectory',
  input: syncDirectoryInput(),
  service: s3,
  // deleteObjects is not among the functions that are used, because its permission is required only with `delete`.
  permissions: [{ action: 's3:DeleteObject', resources: ['object'], with: 'delete' }],
  uses: [listObjects, headObject, uploadFile, downloadFile],
  timeoutMs: directoryTimeoutMs,
  run: async ({ from, to, ...settings }, options) => {
    const operation = 'syncDirectory';
    const [directory, place] = isUpload({ from, to }) ? [from as string, to] : [to as string, from];
    const action = directory === from ? 'upload' : 'download';
    const command = action === 'upload' ? CreateMultipartUploadCommand : HeadObjectCommand;
    checkAwsMembers(operation, command, settings.aws);
    // The code for directories is loaded with the first transfer of one.
    const { transferDirectory } = await import('./transfer-directory.js');
    const { compare = 'size-and-time' } = settings;
    const transfer = { operation, action, directory, ...(place as Exclude<typeof place, string>) } as const;
    return transferDirectory(transfer, { ...settings, compare }, options);
  },
})) as unknown as SyncDirectory;

type Declaration = TaskDeclaration<SyncDirectoryInput, TransferPlan | DirectoryTransfer>;
