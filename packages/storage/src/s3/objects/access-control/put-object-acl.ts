import { input, noOutput, type Open, openEnum, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutObjectAclCommand } from '@aws-sdk/client-s3';

import type { AclGrant } from '../../acl-grant.js';
import { aclFields, aclRule, hasOneAcl, toAcl } from '../../acl-settings.js';
import { type ObjectVersionReference, objectVersionReference } from '../../object-version-reference.js';

/** Predefined access control lists. https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
export const cannedAcls = [
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'aws-exec-read',
  'bucket-owner-read',
  'bucket-owner-full-control',
] as const;
export type CannedAcl = Open<(typeof cannedAcls)[number]>;

export interface PutObjectAclInput extends ObjectVersionReference {
  /** A predefined access control list. Provide either `acl`, or `ownerId` and `grants`. */
  readonly acl?: CannedAcl | undefined;
  /** The canonical user ID of the owner of the object, as `getObjectAcl` returns it. Requires `grants`. */
  readonly ownerId?: string | undefined;
  /** All grants of the object, at most 100; they replace the existing grants. Requires `ownerId`. */
  readonly grants?: readonly AclGrant[] | undefined;
}

/**
 * Replaces the access control list (ACL) of an object. ACLs are disabled in buckets whose object ownership is `BucketOwnerEnforced`, the
 * default; use a bucket policy there. Block Public Access rejects or ignores public grants.
 *
 * @example
 * await putObjectAcl({ bucket: 'shared-reports', key: '2026/11.csv', acl: 'bucket-owner-full-control' });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} ACLs are disabled in the bucket.
 * @throws {AccessDeniedError} Block Public Access rejects the public grant, or the credentials lack the permission.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html
 */
export const putObjectAcl: Operation<PutObjectAclInput, void, { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }> =
  operation(() => ({
    name: 'putObjectAcl',
    service: s3,
    command: PutObjectAclCommand,
    repeatable: true,
    permissions: [
      { action: 's3:PutObjectAcl', resources: ['object'] },
      { action: 's3:PutObjectVersionAcl', resources: ['object'], with: 'versionId' },
    ],
    input: input<PutObjectAclInput>({
      ...objectVersionReference(),
      acl: z.optional(openEnum(cannedAcls)),
      ...aclFields(),
    }).check(z.refine(hasOneAcl, { error: aclRule })),
    output: noOutput(),
    request: ({ bucket, key, ...acl }) => ({ Bucket: bucket, Key: key, ...toAcl(acl) }),
  }));
