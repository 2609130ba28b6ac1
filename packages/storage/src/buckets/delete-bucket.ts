import { ConflictError } from '@arch/core';
import { type AwsInput, type CallOptions, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { DeleteBucketCommand } from '@aws-sdk/client-s3';

import { bucketName } from '../clients/s3-names.js';
import { deleteObjects, type UndeletedObject } from '../objects/index.js';
import { abortUpload, listUploads, listVersionPage, type VersionPage } from './bucket-contents.js';
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
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html
 */
export const deleteBucket: Operation<string | DeleteBucketInput, void> = task(() => ({
  name: 'deleteBucket',
  key: 'bucket',
  input: input<DeleteBucketInput>({
    bucket: bucketName(),
    empty: z.optional(z.boolean()),
    bypassGovernanceRetention: z.optional(z.boolean()),
  }),
  uses: [deleteEmptyBucket, listVersionPage, deleteObjects, listUploads, abortUpload],
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
  let page: VersionPage = { versions: [], next: {} };
  while (page.next) {
    page = await listVersionPage({ bucket, ...page.next }, options);
    if (page.versions.length === 0) continue;
    kept.push(...(await deleteObjects({ bucket, objects: page.versions, bypassGovernanceRetention }, options)).errors);
  }
  const [first] = kept;
  if (!first) return;
  throw new ConflictError(
    `deleteBucket: ${kept.length} of what is in ${bucket} cannot be deleted, ${first.key} among it: ${first.message || first.code}. ` +
      'What Object Lock keeps goes when its time is over, its hold is lifted, or with bypassGovernanceRetention.',
    { operation: 'deleteBucket', resource: 'bucket', id: bucket, code: first.code },
  );
};

const abortUploads = async (bucket: string, options: CallOptions): Promise<void> => {
  for (let uploads = await listUploads({ bucket }, options); uploads.length > 0;) {
    for (const upload of uploads) await abortUpload({ bucket, ...upload }, options);
    uploads = uploads.length < 1_000 ? [] : await listUploads({ bucket }, options);
  }
};
