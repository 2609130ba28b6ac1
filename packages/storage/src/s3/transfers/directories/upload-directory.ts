import {
  type CallOptions,
  checkAwsMembers,
  type DeclaredFunction,
  input,
  task,
  type TaskDeclaration,
  z,
} from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import { hasCompleteRetention, type ObjectSettings, objectSettings, retentionRule } from '../../object-settings.js';
import { areAttributesFree, attributesRule } from '../attributes/index.js';
import { resumeSetting } from '../../transfer-progress.js';
import { uploadFile } from '../upload-file.js';
import { directoryPath, type DirectorySettings, directorySettings, keyPrefix } from './directory-settings.js';
import { type DirectoryTransfer, directoryTimeoutMs, type TransferPlan } from './plans/index.js';

export interface UploadDirectoryInput extends ObjectSettings, DirectorySettings {
  /** The path of the local directory. */
  readonly directory: string;
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /**
   * The beginning of the keys, at most 1,024 characters. A `/` is added at the end if it lacks one: `site` is `site/`. Default: the keys are the
   * paths of the files.
   */
  readonly prefix?: string | undefined;
  /**
   * Whether files of more than one part continue where an earlier call was ended, as with `uploadFile`; a string is the folder of the journals.
   * Default: `false`.
   */
  readonly resume?: boolean | string | undefined;
}

/** A function that uploads a directory, or returns the plan of it. */
export interface UploadDirectory extends DeclaredFunction<{
  on: 'bucket' | 'key' | 'prefix';
  with: 'objectLockLegalHoldStatus' | 'objectLockMode' | 'resume' | 'tags';
}> {
  (input: UploadDirectoryInput & { readonly dryRun: true }, options?: CallOptions): Promise<TransferPlan>;
  (
    input: UploadDirectoryInput & { readonly dryRun?: false | undefined },
    options?: CallOptions,
  ): Promise<DirectoryTransfer>;
  (input: UploadDirectoryInput, options?: CallOptions): Promise<TransferPlan | DirectoryTransfer>;
}

/**
 * Uploads all files of a directory and its subdirectories, several at the same time. The key of a file is the prefix and its path with `/`. The
 * content type is that of the file's extension. Objects with these keys are replaced; to transfer only what has changed, use `syncDirectory`. A
 * file that fails is listed in `failed`, and the others continue. The function rejects if no file succeeds, or if an error concerns all of
 * them. After an abort no multipart upload is left open, except with `resume`. Empty directories are not uploaded. The default deadline is seven days.
 *
 * @example
 * const { failed } = await uploadDirectory({ directory: 'dist', bucket: 'my-site', prefix: 'docs', exclude: ['*.map'] });
 * for (const { path, error } of failed) console.error(path, error.message);
 * @throws {LocalError} the directory cannot be read.
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html
 */
export const uploadDirectory: UploadDirectory = task((): Declaration => ({
  name: 'uploadDirectory',
  input: input<UploadDirectoryInput>({
    directory: directoryPath(),
    bucket: bucketName(),
    prefix: keyPrefix(),
    resume: resumeSetting(),
    ...objectSettings(),
    ...directorySettings(),
  }).check(
    z.refine(hasCompleteRetention, { error: retentionRule }),
    z.refine(areAttributesFree, { error: attributesRule }),
  ),
  uses: [uploadFile],
  timeoutMs: directoryTimeoutMs,
  run: async (members, options) => {
    checkAwsMembers('uploadDirectory', CreateMultipartUploadCommand, members.aws);
    // The code for directories is loaded with the first transfer of one.
    const { transferDirectory } = await import('./transfer-directory.js');
    const { directory, bucket, prefix, ...settings } = members;
    const transfer = { operation: 'uploadDirectory', action: 'upload', directory, bucket, prefix } as const;
    return transferDirectory(transfer, settings, options);
  },
})) as unknown as UploadDirectory;

type Declaration = TaskDeclaration<UploadDirectoryInput, TransferPlan | DirectoryTransfer>;
