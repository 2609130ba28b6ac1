import { input, noOutput, type Open, openEnum, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketAclCommand } from '@aws-sdk/client-s3';

import type { AclGrant } from '../../acl-grant.js';
import { aclFields, aclRule, hasOneAcl, toAcl } from '../../acl-settings.js';
import { type BucketReference, bucketReference } from '../../bucket-reference.js';

/**
 * Predefined access control lists of buckets. `log-delivery-write` lets S3 write server access logs to the bucket.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
 */
export const cannedBucketAcls = [
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'log-delivery-write',
] as const;
export type CannedBucketAcl = Open<(typeof cannedBucketAcls)[number]>;

export interface PutBucketAclInput extends BucketReference {
  /** A predefined access control list. Provide either `acl`, or `ownerId` and `grants`. */
  readonly acl?: CannedBucketAcl | undefined;
  /** The canonical user ID of the owner of the bucket, as `getBucketAcl` returns it. Requires `grants`. */
  readonly ownerId?: string | undefined;
  /** All grants of the bucket, at most 100; they replace the existing grants. Requires `ownerId`. */
  readonly grants?: readonly AclGrant[] | undefined;
}

/**
 * Replaces the access control list (ACL) of a bucket. ACLs are disabled in buckets whose object ownership is `BucketOwnerEnforced`, the default
 * of buckets that were created since April 2023; use a bucket policy there, as AWS recommends for most buckets. Block Public Access rejects or
 * ignores public grants.
 *
 * @example
 * await putBucketOwnershipControls({ bucket: 'access-logs', objectOwnership: 'BucketOwnerPreferred' });
 * await putBucketAcl({ bucket: 'access-logs', acl: 'log-delivery-write' });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} ACLs are disabled in the bucket.
 * @throws {AccessDeniedError} Block Public Access rejects the public grant, or the credentials lack the permission.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html
 */
export const putBucketAcl: Operation<PutBucketAclInput, void, { on: 'bucket' }> = operation(() => ({
  name: 'putBucketAcl',
  service: s3,
  command: PutBucketAclCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketAcl', resources: ['bucket'] }],
  key: 'bucket',
  input: input<PutBucketAclInput>({
    ...bucketReference(),
    acl: z.optional(openEnum(cannedBucketAcls)),
    ...aclFields(),
  }).check(z.refine(hasOneAcl, { error: aclRule })),
  output: noOutput(),
  request: ({ bucket, ...acl }) => ({ Bucket: bucket, ...toAcl(acl) }),
}));
