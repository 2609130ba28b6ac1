import {
  type AwsInput,
  ec2Id,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  tagRecord,
  type Tags,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeSecurityGroupsCommand } from '@aws-sdk/client-ec2';

import { securityGroup, type SecurityGroup } from './security-group.js';

export interface ListSecurityGroupsInput extends AwsInput {
  /** Only those of this VPC. */
  readonly vpcId?: string | undefined;
  /** Tags that each has to have, all of them; `*` and `?` are wildcards in the values. */
  readonly tags?: Tags | undefined;
  /** AWS's further filters by name. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists security groups, one page ahead of the consumer.
 *
 * @example
 * const all = await listSecurityGroups({ tags: { team: 'web' } }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html
 */
export const listSecurityGroups: ListOperation<ListSecurityGroupsInput, SecurityGroup> = listOperation(() => ({
  name: 'listSecurityGroups',
  service: ec2,
  command: DescribeSecurityGroupsCommand,
  permissions: ['ec2:DescribeSecurityGroups'],
  input: input<ListSecurityGroupsInput>({
    vpcId: z.optional(ec2Id('vpc')),
    tags: z.optional(tagRecord()),
    filters: z.optional(filterRecord()),
  }),
  item: securityGroup(),
  request: ({ vpcId, tags, filters }) => ({ Filters: toFilterList({ 'vpc-id': vpcId, ...filters }, tags) }),
  items: ({ SecurityGroups }) => SecurityGroups,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 1000 } },
}));
