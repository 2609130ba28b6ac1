export {
  authorizeSecurityGroupEgress,
  type AuthorizeSecurityGroupEgressInput,
} from './authorize-security-group-egress.js';
export {
  authorizeSecurityGroupIngress,
  type AuthorizeSecurityGroupIngressInput,
} from './authorize-security-group-ingress.js';
export { createSecurityGroup, type CreateSecurityGroupInput } from './create-security-group.js';
export { deleteSecurityGroup, type DeleteSecurityGroupInput } from './delete-security-group.js';
export { describeSecurityGroup, type DescribeSecurityGroupInput } from './describe-security-group.js';
export { listSecurityGroups, type ListSecurityGroupsInput } from './list-security-groups.js';
export type { CreatedSecurityGroup, RequestSecurityGroupInput } from './request-security-group.js';
export { revokeSecurityGroupEgress, type RevokeSecurityGroupEgressInput } from './revoke-security-group-egress.js';
export { revokeSecurityGroupIngress, type RevokeSecurityGroupIngressInput } from './revoke-security-group-ingress.js';
export type { SecurityGroupRule } from './security-group-rule.js';
export type { SecurityGroup } from './security-group.js';
