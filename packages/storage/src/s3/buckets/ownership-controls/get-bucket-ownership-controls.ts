import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketOwnershipControlsCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { settingNotFound } from '../../setting-not-found.js';
import { bucketOwnershipControls, type BucketOwnershipControls } from './bucket-ownership-controls.js';

export interface GetBucketOwnershipControlsInput extends BucketReference {}

/**
 * Returns the Object Ownership of a bucket: who owns new objects, and whether access control lists are disabled.
 *
 * @example
 * const { objectOwnership } = await getBucketOwnershipControls('reports');
 * @throws {NotFoundError} there is no such bucket, or it has no such setting; S3 then acts as with `ObjectWriter`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html
 */
export const getBucketOwnershipControls: Operation<
  string | GetBucketOwnershipControlsInput,
  BucketOwnershipControls,
  { on: 'bucket' }
> = operation(() => ({
  name: 'getBucketOwnershipControls',
  service: s3,
  command: GetBucketOwnershipControlsCommand,
  permissions: [{ action: 's3:GetBucketOwnershipControls', resources: ['bucket'] }],
  key: 'bucket',
  input: input<GetBucketOwnershipControlsInput>(bucketReference()),
  output: bucketOwnershipControls(),
  absent: 'not-found',
  select: ({ OwnershipControls }) => OwnershipControls?.Rules?.[0],
  errors: { OwnershipControlsNotFoundError: settingNotFound('ownership controls', 'putBucketOwnershipControls') },
}));
