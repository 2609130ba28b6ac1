import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketLoggingCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { bucketLogging, type BucketLogging } from './bucket-logging.js';

export interface GetBucketLoggingInput extends BucketReference {}

/**
 * Returns the server access logging of a bucket; without `targetBucket`, logging is off.
 *
 * @example
 * const { targetBucket, targetPrefix } = await getBucketLogging('reports');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html
 */
export const getBucketLogging: Operation<string | GetBucketLoggingInput, BucketLogging, { on: 'bucket' }> = operation(
  () => ({
    name: 'getBucketLogging',
    service: s3,
    command: GetBucketLoggingCommand,
    permissions: [{ action: 's3:GetBucketLogging', resources: ['bucket'] }],
    key: 'bucket',
    input: input<GetBucketLoggingInput>(bucketReference()),
    output: bucketLogging(),
  }),
);
