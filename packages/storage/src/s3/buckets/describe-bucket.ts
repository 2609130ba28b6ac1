import { type AwsInput, checkAwsMembers, input, type Operation, task } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';
import { HeadBucketCommand } from '@aws-sdk/client-s3';

import { bucketSettings, headBucket, settingRequests } from './bucket-settings.js';
import type { Bucket } from './bucket.js';

export interface DescribeBucketInput extends AwsInput {
  readonly bucket: string;
}

/**
 * Describes how a bucket is set up: seven requests side by side, because S3 has no one for it. What the bucket has not is absent.
 *
 * @example
 * const { region, versioning, encryption, publicAccessBlock } = await describeBucket('reports');
 * @throws {NotFoundError} there is no such bucket.
 * @throws {AccessDeniedError} one of the seven is not allowed, or the bucket is another account's.
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
    // First of all: every other answer of a bucket that is not there would say the same.
    const { bucketRegion = 'us-east-1' } = await headBucket(members, options);
    return { bucket, region: bucketRegion, ...(await bucketSettings(bucket, options)) };
  },
}));
