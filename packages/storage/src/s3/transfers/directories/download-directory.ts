import {
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  type DeclaredFunction,
  input,
  task,
  type TaskDeclaration,
  z,
} from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';
import { HeadObjectCommand } from '@aws-sdk/client-s3';

import { listObjects } from '../../objects/index.js';
import { downloadFile } from '../download-file.js';
import { directoryPath, type DirectorySettings, directorySettings, keyPrefix } from './directory-settings.js';
import { type DirectoryTransfer, directoryTimeoutMs, type TransferPlan } from './plans/index.js';

export interface DownloadDirectoryInput extends AwsInput, DirectorySettings {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /**
   * The beginning of the keys, at most 1,024 characters. A `/` is added at the end if it lacks one: `site` is `site/`. Default: all keys of the
   * bucket.
   */
  readonly prefix?: string | undefined;
  /** The path of the local directory. It is created if it does not exist. */
  readonly directory: string;
  /** Whether objects of more than one part continue where an earlier call was ended, as with `downloadFile`. Default: `false`. */
  readonly resume?: boolean | undefined;
}

/** A function that downloads the objects below a prefix, or returns the plan of it. */
export interface DownloadDirectory extends DeclaredFunction<{ on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }> {
  (input: DownloadDirectoryInput & { readonly dryRun: true }, options?: CallOptions): Promise<TransferPlan>;
  (
    input: DownloadDirectoryInput & { readonly dryRun?: false | undefined },
    options?: CallOptions,
  ): Promise<DirectoryTransfer>;
  (input: DownloadDirectoryInput, options?: CallOptions): Promise<TransferPlan | DirectoryTransfer>;
}

/**
 * Downloads all objects below a prefix to a directory, several at the same time. The path of a file is its key after the prefix. Existing files
 * are replaced, each when its download is complete and verified; to transfer only what has changed, use `syncDirectory`. An object that fails
 * is listed in `failed`, and the others continue: e.g. an archived one, or one whose key is no local path, such as `../a` or a name that Windows
 * rejects. The function rejects if no object succeeds, or if an error concerns all of them. The default deadline is seven days.
 *
 * @example
 * const { failed } = await downloadDirectory({ bucket: 'reports', prefix: '2026', directory: 'reports', include: ['*.csv'] });
 * for (const { path, error } of failed) console.error(path, error.message);
 * @throws {LocalError} the directory cannot be created.
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/download-objects.html
 */
export const downloadDirectory: DownloadDirectory = task((): Declaration => ({
  name: 'downloadDirectory',
  input: input<DownloadDirectoryInput>({
    bucket: bucketName(),
    prefix: keyPrefix(),
    directory: directoryPath(),
    resume: z.optional(z.boolean()),
    ...directorySettings(),
  }),
  uses: [listObjects, downloadFile],
  timeoutMs: directoryTimeoutMs,
  run: async (members, options) => {
    checkAwsMembers('downloadDirectory', HeadObjectCommand, members.aws);
    // The code for directories is loaded with the first transfer of one.
    const { transferDirectory } = await import('./transfer-directory.js');
    const { directory, bucket, prefix, ...settings } = members;
    const transfer = { operation: 'downloadDirectory', action: 'download', directory, bucket, prefix } as const;
    return transferDirectory(transfer, settings, options);
  },
})) as unknown as DownloadDirectory;

type Declaration = TaskDeclaration<DownloadDirectoryInput, TransferPlan | DirectoryTransfer>;
