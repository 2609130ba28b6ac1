import { type AwsInput, ec2Id, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { AuthorizeSecurityGroupEgressCommand } from '@aws-sdk/client-ec2';

import { ruleInput, type SecurityGroupRule, toIpPermission } from './security-group-rule.js';

export interface AuthorizeSecurityGroupEgressInput extends AwsInput {
  readonly groupId: string;
  /** At least one. */
  readonly rules: readonly SecurityGroupRule[];
}

/**
 * Adds rules of what a security group lets out. Instances that are in it already are reached by them at once.
 *
 * @example
 * await authorizeSecurityGroupEgress({ groupId, rules: [{ protocol: 'tcp', port: 443, cidr: '10.0.0.0/16' }] });
 * @throws {NotFoundError} there is no such group in this region.
 * @throws {AlreadyExistsError} one of the rules is there already; none was added.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupEgress.html
 */
export const authorizeSecurityGroupEgress: Operation<AuthorizeSecurityGroupEgressInput, void> = operation(() => ({
  name: 'authorizeSecurityGroupEgress',
  service: ec2,
  command: AuthorizeSecurityGroupEgressCommand,
  repeatable: 'refused',
  permissions: [{ action: 'ec2:AuthorizeSecurityGroupEgress', resources: ['security-group'] }],
  input: input<AuthorizeSecurityGroupEgressInput>({
    groupId: ec2Id('sg'),
    rules: z.array(ruleInput()).check(z.minLength(1)),
  }),
  output: noOutput(),
  request: ({ groupId, rules }) => ({ GroupId: groupId, IpPermissions: rules.map(toIpPermission) }),
}));
