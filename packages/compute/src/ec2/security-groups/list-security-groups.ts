import { ec2Id, type FilterInput, listOperation, type ListOperation, z } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeSecurityGroupsCommand } from '@aws-sdk/client-ec2';

import { securityGroup, type SecurityGroup } from './security-group.js';

export interface ListSecurityGroupsInput extends FilterInput {
  /** Lists only the security groups of this VPC. Default: all VPCs. */
  readonly vpcId?: string | undefined;
}

/**
 * Lists security groups. Fetches one page ahead of the consumer.
 *
 * @example
 * const all = await listSecurityGroups({ tags: { team: 'web' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html
 */
export const listSecurityGroups: ListOperation<ListSecurityGroupsInput, SecurityGroup> = listOperation(() =>
  ec2List({
    name: 'listSecurityGroups',
    command: DescribeSecurityGroupsCommand,
    input: { vpcId: z.optional(ec2Id('vpc')) },
    item: securityGroup(),
    items: ({ SecurityGroups }) => SecurityGroups,
    filters: ({ vpcId }) => ({ 'vpc-id': vpcId }),
    pageSize: 1000,
  }),
);
