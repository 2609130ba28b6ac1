import { type Listing, NotFoundError } from '@arch/core';
import { type AwsInput, type CallOptions, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';
import { DeleteBucketCommand } from '@aws-sdk/client-s3';

import { abortMultipartUpload, listMultipartUploads } from '../multipart-uploads/index.js';
import { listObjectVersions } from '../objects/versions/index.js';
import { isNotImplemented } from '../is-not-implemented.js';
import { deleteObjects, type UndeletedObject } from '../objects/deletions/index.js';
import { listObjects } from '../objects/index.js';
import { deleteEmptyBucket } from './delete-empty-bucket.js';

export interface DeleteBucketInput extends AwsInput {
  /** The name of the bucket. */
  readonly bucket: string;
  /** `true` first deletes all objects, versions and unfinished multipart uploads permanently. Default: `false`. */
  readonly empty?: boolean | undefined;
  /**
   * With `empty: true`: whether to delete versions under a retention in `GOVERNANCE` mode too. Requires `s3:BypassGovernanceRetention`.
   * Default: `false`.
   */
  readonly bypassGovernanceRetention?: boolean | undefined;
}

/**
 * Deletes a bucket. With `empty: true` all objects, versions and unfinished multipart uploads are deleted first, 1,000 versions per request.
 * If some cannot be deleted, the error names one of them and the reason: its retention, its legal hold, or a missing permission. The default
 * deadline is one hour.
 *
 * @example
 * await deleteBucket({ bucket: 'scratch', empty: true });
 * @throws {ConflictError} the bucket is not empty, or Object Lock protects some of its versions.
 * @throws {AccessDeniedError} the credentials lack the permission to delete the bucket or some of its objects.
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html
 */
export const deleteBucket: Operation<
  string | DeleteBucketInput,
  void,
  { on: 'bucket' | 'key' | 'prefix'; with: 'bypassGovernanceRetention' | 'versionId' }
> = task(() => ({
  name: 'deleteBucket',
  key: 'bucket',
  input: input<DeleteBucketInput>({
    bucket: bucketName(),
    empty: z.optional(z.boolean()),
    bypassGovernanceRetention: z.optional(z.boolean()),
  }),
  uses: [deleteEmptyBucket, listObjectVersions, deleteObjects, listMultipartUploads, abortMultipartUpload],
  timeoutMs: 3_600_000,
  run: async (members, options) => {
    const { bucket, empty = false, aws } = members;
    checkAwsMembers('deleteBucket', DeleteBucketCommand, aws);
    if (empty) {
      await deleteContents(members, options);
      await abortUploads(bucket, options);
    }
    await deleteEmptyBucket({ bucket, aws }, options);
  },
}));

const deleteContents = async (members: DeleteBucketInput, options: CallOptions): Promise<void> => {
  const { bucket } = members;
  try {
    await deleteListed(members, listObjectVersions({ bucket }, options), options);
  } catch (error) {
    if (!isNotImplemented(error)) throw error;
    // Some S3-compatible stores do not implement versions.
    await deleteListed(members, listObjects({ bucket }, options), options);
  }
};

const deleteListed = async (
  { bucket, bypassGovernanceRetention }: DeleteBucketInput,
  listing: Listing<{ readonly key: string; readonly versionId?: string | undefined }>,
  options: CallOptions,
): Promise<void> => {
  const undeleted: UndeletedObject[] = [];
  for await (const page of listing.pages()) {
    const objects = page.map(({ key, versionId }) => ({ key, versionId }));
    if (objects.length === 0) continue;
    undeleted.push(...(await deleteObjects({ bucket, objects, bypassGovernanceRetention }, options)).errors);
  }
  const [first] = undeleted;
  if (!first) return;
  const { notDeleted } = await import('./not-deleted.js');
  throw await notDeleted(bucket, { first, count: undeleted.length }, options);
};

const abortUploads = async (bucket: string, options: CallOptions): Promise<void> => {
  for await (const { key, uploadId } of listMultipartUploads({ bucket }, options)) {
    await abortMultipartUpload({ bucket, key, uploadId }, options).catch((error: unknown) => {
      // The upload was completed or aborted in the meantime.
      if (!(error instanceof NotFoundError)) throw error;
    });
  }
};
