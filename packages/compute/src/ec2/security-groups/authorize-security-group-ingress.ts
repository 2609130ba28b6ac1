import { type AwsInput, ec2Id, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { AuthorizeSecurityGroupIngressCommand } from '@aws-sdk/client-ec2';

import { ruleInput, type SecurityGroupRule, toIpPermission } from './security-group-rule.js';

export interface AuthorizeSecurityGroupIngressInput extends AwsInput {
  /** ID of the security group, e.g. `sg-0123456789abcdef0`. */
  readonly groupId: string;
  /** Rules to add; at least one. */
  readonly rules: readonly SecurityGroupRule[];
}

/**
 * Adds inbound rules to a security group. They apply immediately to the instances that are already in the group.
 *
 * @example
 * await authorizeSecurityGroupIngress({ groupId, rules: [{ protocol: 'tcp', port: 443, cidr: '10.0.0.0/16' }] });
 * @throws {NotFoundError} there is no such security group in this region.
 * @throws {AlreadyExistsError} the security group already contains one of the rules; no rule was added.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
 */
export const authorizeSecurityGroupIngress: Operation<AuthorizeSecurityGroupIngressInput, void, { on: 'groupId' }> =
  operation(() => ({
    name: 'authorizeSecurityGroupIngress',
    service: ec2,
    command: AuthorizeSecurityGroupIngressCommand,
    repeatable: 'refused',
    permissions: [{ action: 'ec2:AuthorizeSecurityGroupIngress', resources: ['security-group'] }],
    input: input<AuthorizeSecurityGroupIngressInput>({
      groupId: ec2Id('sg'),
      rules: z.array(ruleInput()).check(z.minLength(1)),
    }),
    output: noOutput(),
    request: ({ groupId, rules }) => ({ GroupId: groupId, IpPermissions: rules.map(toIpPermission) }),
  }));
