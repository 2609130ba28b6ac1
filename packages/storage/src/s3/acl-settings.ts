import { type InputFields, openEnum, text, z } from '@arch/core/builder';
import type { AccessControlPolicy, Grant } from '@aws-sdk/client-s3';

import { type AclGrant, type AclGrantee, aclPermissions } from './acl-grant.js';

/** The members that replace an access control list: a predefined one by its name, or the owner and the grants. */
interface AclSettings {
  readonly acl?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly grants?: readonly AclGrant[] | undefined;
}

/** The rule of {@link hasOneAcl} for messages. */
export const aclRule = 'acl, or ownerId and grants';

/** Whether the input contains either a predefined list, or an owner and grants. */
export const hasOneAcl = ({ acl, ownerId, grants }: AclSettings): boolean =>
  acl === undefined ? ownerId !== undefined && grants !== undefined : ownerId === undefined && grants === undefined;

/** Checks the owner and the grants of an access control list. */
export const aclFields = (): InputFields<Pick<AclSettings, 'ownerId' | 'grants'>> => ({
  ownerId: z.optional(text(1, 1_024)),
  grants: z.optional(z.array(grant()).check(z.maxLength(100))),
});

const grant = (): z.ZodMiniType<AclGrant> =>
  z.strictObject({
    grantee: z
      .strictObject({
        id: z.optional(text(1, 1_024)),
        uri: z.optional(text(1, 1_024)),
        emailAddress: z.optional(text(1, 1_024)),
      })
      .check(z.refine(hasOneName, { error: 'exactly one of id, uri and emailAddress' })),
    permission: openEnum(aclPermissions),
  });

const hasOneName = ({ id, uri, emailAddress }: AclGrantee): boolean =>
  [id, uri, emailAddress].filter((each) => each !== undefined).length === 1;

/** Returns the members of a request that replaces an access control list. */
export const toAcl = ({
  acl,
  ownerId,
  grants,
}: AclSettings): { readonly ACL?: never; readonly AccessControlPolicy?: AccessControlPolicy } => ({
  ...(acl !== undefined && { ACL: acl as never }),
  ...(grants && { AccessControlPolicy: { Owner: { ID: ownerId }, Grants: grants.map(toGrant) } }),
});

const toGrant = ({ grantee: { id, uri, emailAddress }, permission }: AclGrant): Grant => ({
  Grantee:
    id !== undefined
      ? { Type: 'CanonicalUser', ID: id }
      : uri !== undefined
        ? { Type: 'Group', URI: uri }
        : { Type: 'AmazonCustomerByEmail', EmailAddress: emailAddress },
  Permission: permission as Grant['Permission'],
});
