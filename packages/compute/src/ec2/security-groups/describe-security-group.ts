import { type AwsInput, ec2Id, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeSecurityGroupsCommand } from '@aws-sdk/client-ec2';

import { securityGroup, type SecurityGroup } from './security-group.js';

export interface DescribeSecurityGroupInput extends AwsInput {
  /** ID of the security group, e.g. `sg-0123456789abcdef0`. */
  readonly groupId: string;
}

/**
 * Describes one security group. Concurrent calls are joined into one request for up to 200 security groups.
 *
 * @example
 * const securityGroup = await describeSecurityGroup('sg-0123456789abcdef0');
 * @throws {NotFoundError} there is no such security group in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html
 */
export const describeSecurityGroup: Operation<string | DescribeSecurityGroupInput, SecurityGroup> = operation(() => ({
  name: 'describeSecurityGroup',
  service: ec2,
  command: DescribeSecurityGroupsCommand,
  permissions: ['ec2:DescribeSecurityGroups'],
  key: 'groupId',
  input: input<DescribeSecurityGroupInput>({ groupId: ec2Id('sg') }),
  output: securityGroup(),
  absent: 'not-found',
  batch: { limit: 200, ids: 'GroupIds', items: ({ SecurityGroups }) => SecurityGroups, id: 'GroupId' },
}));
