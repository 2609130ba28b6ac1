import { type AwsInput, checkAwsMembers, input, type Operation, sessionFor, task } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';
import { HeadBucketCommand } from '@aws-sdk/client-s3';

import { headBucket } from '../head-bucket.js';
import { bucketSettings, settingRequests } from './bucket-settings.js';
import type { Bucket } from './bucket.js';

export interface DescribeBucketInput extends AwsInput {
  /** The name of the bucket. */
  readonly bucket: string;
}

/**
 * Describes the settings of a bucket with seven requests, six of them in parallel; S3 has no single call. A setting that the bucket lacks, or that an
 * S3-compatible store does not implement, is absent. A setting that the caller may not read is absent too, and `unreadable` contains it with the
 * missing IAM action: only `s3:ListBucket` is required for a result.
 *
 * @example
 * const { region, versioning, encryption, publicAccessBlock, unreadable } = await describeBucket('reports');
 * for (const { setting, action } of unreadable) console.warn(`${setting} is unknown: allow ${action}`);
 * @throws {NotFoundError} there is no such bucket.
 * @throws {AccessDeniedError} the credentials lack `s3:ListBucket`, or another account owns the bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 */
export const describeBucket: Operation<string | DescribeBucketInput, Bucket, { on: 'bucket' }> = task(() => ({
  name: 'describeBucket',
  key: 'bucket',
  input: input<DescribeBucketInput>({ bucket: bucketName() }),
  uses: [headBucket, ...settingRequests()],
  run: async (members, options) => {
    checkAwsMembers('describeBucket', HeadBucketCommand, members.aws);
    const { bucket } = members;
    // This request is first: if the bucket does not exist, all other requests would fail with the same error.
    const { bucketRegion } = await headBucket(members, options);
    // AWS always names the region; other stores do not.
    const region = bucketRegion ?? (await sessionFor(options).region());
    return { bucket, region, ...(await bucketSettings(bucket, options)) };
  },
}));
