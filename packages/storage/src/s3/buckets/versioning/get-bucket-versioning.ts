import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketVersioningCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { bucketVersioning, type BucketVersioning } from './bucket-versioning.js';

export interface GetBucketVersioningInput extends BucketReference {}

/**
 * Returns the versioning state of a bucket.
 *
 * @example
 * const { status } = await getBucketVersioning('reports');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html
 */
export const getBucketVersioning: Operation<string | GetBucketVersioningInput, BucketVersioning, { on: 'bucket' }> =
  operation(() => ({
    name: 'getBucketVersioning',
    service: s3,
    command: GetBucketVersioningCommand,
    permissions: [{ action: 's3:GetBucketVersioning', resources: ['bucket'] }],
    key: 'bucket',
    input: input<GetBucketVersioningInput>(bucketReference()),
    output: bucketVersioning(),
  }));
