import { AccessDeniedError, ConflictError, ServiceError } from '@arch/core';
import { type AwsInput, type CallOptions, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';
import { DeleteBucketCommand } from '@aws-sdk/client-s3';

import { abortMultipartUpload, listMultipartUploads } from '../multipart-uploads/index.js';
import { listObjectVersions } from '../objects/versions/index.js';
import { deleteObjects, type UndeletedObject } from '../objects/index.js';
import { deleteEmptyBucket } from './delete-empty-bucket.js';

export interface DeleteBucketInput extends AwsInput {
  readonly bucket: string;
  /** Deletes all objects, versions and unfinished uploads first, for good. Default `false`. */
  readonly empty?: boolean | undefined;
  /** With `empty`: deletes in spite of a retention in `GOVERNANCE` mode. Default `false`. */
  readonly bypassGovernanceRetention?: boolean | undefined;
}

/**
 * Deletes a bucket. With `empty: true` everything in it goes first, 1,000 versions in a request; versions that Object Lock keeps stay, and are
 * named.
 *
 * @example
 * await deleteBucket({ bucket: 'scratch', empty: true });
 * @throws {ConflictError} the bucket is not empty, or Object Lock keeps some of what is in it.
 * @throws {AccessDeniedError} some of what is in it may not be deleted.
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
      await deleteVersions(members, options);
      await abortUploads(bucket, options);
    }
    await deleteEmptyBucket({ bucket, aws }, options);
  },
}));

const deleteVersions = async (
  { bucket, bypassGovernanceRetention }: DeleteBucketInput,
  options: CallOptions,
): Promise<void> => {
  const kept: UndeletedObject[] = [];
  for await (const page of listObjectVersions({ bucket }, options).pages()) {
    const objects = page.map(({ key, versionId }) => ({ key, versionId }));
    kept.push(...(await deleteObjects({ bucket, objects, bypassGovernanceRetention }, options)).errors);
  }
  const [first] = kept;
  if (first) throw notDeleted(bucket, first, kept.length);
};

const abortUploads = async (bucket: string, options: CallOptions): Promise<void> => {
  for await (const { key, uploadId } of listMultipartUploads({ bucket }, options)) {
    await abortMultipartUpload({ bucket, key, uploadId }, options);
  }
};

/** S3 answers a refusal for every version, and one code for a missing permission and for Object Lock. */
const notDeleted = (bucket: string, { key, code, message }: UndeletedObject, count: number): Error => {
  const what = `deleteBucket: ${count} of what is in ${bucket} cannot be deleted, ${key} among it: ${message || code}.`;
  const details = { operation: 'deleteBucket', resource: 'bucket', id: bucket, code };
  if (/object lock|WORM/i.test(message)) {
    return new ConflictError(
      `${what} What Object Lock keeps goes when its time is over, its hold is lifted, or with bypassGovernanceRetention.`,
      details,
    );
  }
  if (code !== 'AccessDenied') return new ServiceError(what, { ...details, retryable: code === 'InternalError' });
  return new AccessDeniedError(
    `${what} Either s3:DeleteObjectVersion is not allowed, or Object Lock keeps it: describeObjectRetention() says whether it does.`,
    { ...details, action: 's3:DeleteObjectVersion' },
  );
};
