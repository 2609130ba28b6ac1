import { type AwsResource, from, list, optionalString, resource, type Schema } from '@arch/core/builder';
import { GetBucketAclOutput$ } from '@aws-sdk/client-s3';

import { type AclGrant, aclGrant } from '../../acl-grant.js';

/** The access control list of a bucket. */
export interface BucketAcl extends AwsResource {
  /** The canonical user ID of the account that owns the bucket. */
  readonly ownerId?: string | undefined;
  /** The grants. */
  readonly grants: readonly AclGrant[];
}

/** Parses S3's response to `GetBucketAcl`. */
export const bucketAcl = (): Schema<BucketAcl> =>
  resource<BucketAcl>(GetBucketAclOutput$, { ownerId: from('Owner.ID', optionalString()), grants: list(aclGrant()) });
