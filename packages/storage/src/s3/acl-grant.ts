import { type Open, openEnum, optionalString, resource, type Schema } from '@arch/core/builder';
import { Grant$, Grantee$ } from '@aws-sdk/client-s3';

/**
 * Permissions of a grant. On an object: to read it (`READ`); `WRITE` has no effect. On a bucket: to list its objects (`READ`), or to create
 * objects in it (`WRITE`). On both: to read the access control list (`READ_ACP`), to write it (`WRITE_ACP`), or all of them (`FULL_CONTROL`).
 */
export const aclPermissions = ['FULL_CONTROL', 'READ', 'READ_ACP', 'WRITE_ACP', 'WRITE'] as const;
export type AclPermission = Open<(typeof aclPermissions)[number]>;

/** An account or group of a grant. Exactly one of `id`, `uri` and `emailAddress` identifies it. */
export interface AclGrantee {
  /** The canonical user ID of an account, 64 hexadecimal digits. */
  readonly id?: string | undefined;
  /** The URI of a predefined group, e.g. `http://acs.amazonaws.com/groups/global/AllUsers`. */
  readonly uri?: string | undefined;
  /** The e-mail address of an account. S3 stores the canonical user ID instead; most regions reject it. */
  readonly emailAddress?: string | undefined;
}

/** A permission of an account or group. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Grant.html */
export interface AclGrant {
  /** The account or group. */
  readonly grantee: AclGrantee;
  /** The permission. */
  readonly permission: AclPermission;
}

/** Parses one S3 `Grant` structure. */
export const aclGrant = (): Schema<AclGrant> =>
  resource<AclGrant>(Grant$, {
    grantee: resource<AclGrantee>(Grantee$, {
      id: optionalString(),
      uri: optionalString(),
      emailAddress: optionalString(),
    }),
    permission: openEnum(aclPermissions),
  });
