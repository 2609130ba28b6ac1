import { type AwsInput, ec2Id, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { RevokeSecurityGroupEgressCommand } from '@aws-sdk/client-ec2';

import { ruleInput, type SecurityGroupRule, toIpPermission } from './security-group-rule.js';

export interface RevokeSecurityGroupEgressInput extends AwsInput {
  /** ID of the security group, e.g. `sg-0123456789abcdef0`. */
  readonly groupId: string;
  /** Rules to remove; at least one. They must match the existing rules. */
  readonly rules: readonly SecurityGroupRule[];
}

/**
 * Removes outbound rules from a security group. Established connections may continue.
 *
 * @example
 * await revokeSecurityGroupEgress({ groupId, rules: [{ protocol: 'tcp', port: 443, cidr: '10.0.0.0/16' }] });
 * @throws {NotFoundError} there is no such security group or rule in this region.
 * @throws {InvalidRequestError} AWS rejected the rules.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupEgress.html
 */
export const revokeSecurityGroupEgress: Operation<RevokeSecurityGroupEgressInput, void> = operation(() => ({
  name: 'revokeSecurityGroupEgress',
  service: ec2,
  command: RevokeSecurityGroupEgressCommand,
  permissions: [{ action: 'ec2:RevokeSecurityGroupEgress', resources: ['security-group'] }],
  input: input<RevokeSecurityGroupEgressInput>({
    groupId: ec2Id('sg'),
    rules: z.array(ruleInput()).check(z.minLength(1)),
  }),
  output: noOutput(),
  request: ({ groupId, rules }) => ({ GroupId: groupId, IpPermissions: rules.map(toIpPermission) }),
}));
