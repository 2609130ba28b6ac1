import { type AwsInput, ec2Id, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { RevokeSecurityGroupIngressCommand } from '@aws-sdk/client-ec2';

import { ruleInput, type SecurityGroupRule, toIpPermission } from './security-group-rule.js';

export interface RevokeSecurityGroupIngressInput extends AwsInput {
  /** ID of the security group, e.g. `sg-0123456789abcdef0`. */
  readonly groupId: string;
  /** Rules to remove; at least one. They must match the existing rules. */
  readonly rules: readonly SecurityGroupRule[];
}

/**
 * Removes inbound rules from a security group. Established connections may continue.
 *
 * @example
 * await revokeSecurityGroupIngress({ groupId, rules: [{ protocol: 'tcp', port: 443, cidr: '10.0.0.0/16' }] });
 * @throws {NotFoundError} there is no such security group or rule in this region.
 * @throws {InvalidRequestError} AWS rejected the rules.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html
 */
export const revokeSecurityGroupIngress: Operation<RevokeSecurityGroupIngressInput, void> = operation(() => ({
  name: 'revokeSecurityGroupIngress',
  service: ec2,
  command: RevokeSecurityGroupIngressCommand,
  permissions: [{ action: 'ec2:RevokeSecurityGroupIngress', resources: ['security-group'] }],
  input: input<RevokeSecurityGroupIngressInput>({
    groupId: ec2Id('sg'),
    rules: z.array(ruleInput()).check(z.minLength(1)),
  }),
  output: noOutput(),
  request: ({ groupId, rules }) => ({ GroupId: groupId, IpPermissions: rules.map(toIpPermission) }),
}));
