import {
  type AwsInput,
  input,
  listOperation,
  type ListOperation,
  tagFilter,
  type Tags,
  toFilterList,
  z,
} from '@arch/core/builder';
import { autoScaling } from '@arch/services/auto-scaling';
import { DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';

import { autoScalingGroup, type AutoScalingGroup } from './auto-scaling-group.js';

export interface ListAutoScalingGroupsInput extends AwsInput {
  /** Lists only the groups that have all these tags. Default: all groups. */
  readonly tags?: Tags | undefined;
}

/**
 * Lists Auto Scaling groups, 100 per request. Fetches one page ahead of the consumer.
 *
 * @example
 * for await (const { autoScalingGroupName, instances } of listAutoScalingGroups()) console.log(autoScalingGroupName, instances.length);
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeAutoScalingGroups.html
 */
export const listAutoScalingGroups: ListOperation<ListAutoScalingGroupsInput, AutoScalingGroup> = listOperation(() => ({
  name: 'listAutoScalingGroups',
  service: autoScaling,
  command: DescribeAutoScalingGroupsCommand,
  permissions: ['autoscaling:DescribeAutoScalingGroups'],
  input: input<ListAutoScalingGroupsInput>({ tags: z.optional(tagFilter()) }),
  item: autoScalingGroup(),
  request: ({ tags }) => ({ Filters: toFilterList({}, tags) }),
  items: ({ AutoScalingGroups }) => AutoScalingGroups,
  pages: { token: 'NextToken', size: { member: 'MaxRecords', least: 1, most: 100 } },
}));
