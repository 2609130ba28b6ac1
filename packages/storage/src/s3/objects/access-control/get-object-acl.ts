import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectAclCommand } from '@aws-sdk/client-s3';

import { type ObjectVersionReference, objectVersionReference } from '../../object-version-reference.js';
import { objectAcl, type ObjectAcl } from './object-acl.js';

export interface GetObjectAclInput extends ObjectVersionReference {}

/**
 * Reads the access control list (ACL) of an object. In a bucket whose object ownership is `BucketOwnerEnforced`, the default, ACLs are
 * disabled: the list then contains only the owner of the bucket.
 *
 * @example
 * const { ownerId, grants } = await getObjectAcl({ bucket: 'reports', key: '2026/11.csv' });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAcl.html
 */
export const getObjectAcl: Operation<
  GetObjectAclInput,
  ObjectAcl,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = operation(() => ({
  name: 'getObjectAcl',
  service: s3,
  command: GetObjectAclCommand,
  permissions: [
    { action: 's3:GetObjectAcl', resources: ['object'] },
    { action: 's3:GetObjectVersionAcl', resources: ['object'], with: 'versionId' },
  ],
  input: input<GetObjectAclInput>(objectVersionReference()),
  output: objectAcl(),
}));
