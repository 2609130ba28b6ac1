import { type AwsResource, from, list, optionalString, resource, type Schema } from '@arch/core/builder';
import { GetObjectAclOutput$ } from '@aws-sdk/client-s3';

import { type AclGrant, aclGrant } from '../../acl-grant.js';

/** The access control list of an object. */
export interface ObjectAcl extends AwsResource {
  /** The canonical user ID of the account that owns the object. */
  readonly ownerId?: string | undefined;
  /** The grants. */
  readonly grants: readonly AclGrant[];
}

/** Parses S3's response to `GetObjectAcl`. */
export const objectAcl = (): Schema<ObjectAcl> =>
  resource<ObjectAcl>(GetObjectAclOutput$, { ownerId: from('Owner.ID', optionalString()), grants: list(aclGrant()) });
