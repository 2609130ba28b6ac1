export { type AclGrant, type AclGrantee, aclPermissions, type AclPermission } from '../../acl-grant.js';
export { getObjectAcl, type GetObjectAclInput } from './get-object-acl.js';
export type { ObjectAcl } from './object-acl.js';
export { cannedAcls, type CannedAcl, putObjectAcl, type PutObjectAclInput } from './put-object-acl.js';
