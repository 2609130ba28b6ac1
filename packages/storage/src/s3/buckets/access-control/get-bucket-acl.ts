import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketAclCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { bucketAcl, type BucketAcl } from './bucket-acl.js';

export interface GetBucketAclInput extends BucketReference {}

/**
 * Reads the access control list (ACL) of a bucket. ACLs are disabled in buckets whose object ownership is `BucketOwnerEnforced`, the default
 * of buckets that were created since April 2023: the list then contains only the owner of the bucket.
 *
 * @example
 * const { ownerId, grants } = await getBucketAcl('reports');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html
 */
export const getBucketAcl: Operation<string | GetBucketAclInput, BucketAcl, { on: 'bucket' }> = operation(() => ({
  name: 'getBucketAcl',
  service: s3,
  command: GetBucketAclCommand,
  permissions: [{ action: 's3:GetBucketAcl', resources: ['bucket'] }],
  key: 'bucket',
  input: input<GetBucketAclInput>(bucketReference()),
  output: bucketAcl(),
}));
