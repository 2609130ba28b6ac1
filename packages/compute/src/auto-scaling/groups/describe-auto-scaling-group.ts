import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { autoScaling } from '@arch/services/auto-scaling';
import { DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';

import { autoScalingGroup, type AutoScalingGroup } from './auto-scaling-group.js';
import { groupName } from './group-fields.js';

export interface DescribeAutoScalingGroupInput extends AwsInput {
  /** Name of the Auto Scaling group. */
  readonly autoScalingGroupName: string;
}

/**
 * Describes one Auto Scaling group with its instances. Concurrent calls are joined into one request for up to 100
 * groups.
 *
 * @example
 * const { desiredCapacity, instances } = await describeAutoScalingGroup('web');
 * @throws {NotFoundError} there is no such Auto Scaling group in this region.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeAutoScalingGroups.html
 */
export const describeAutoScalingGroup: Operation<string | DescribeAutoScalingGroupInput, AutoScalingGroup> = operation(
  () => ({
    name: 'describeAutoScalingGroup',
    service: autoScaling,
    command: DescribeAutoScalingGroupsCommand,
    permissions: ['autoscaling:DescribeAutoScalingGroups'],
    key: 'autoScalingGroupName',
    input: input<DescribeAutoScalingGroupInput>({ autoScalingGroupName: groupName() }),
    output: autoScalingGroup(),
    absent: 'not-found',
    batch: {
      limit: 100,
      ids: 'AutoScalingGroupNames',
      items: ({ AutoScalingGroups }) => AutoScalingGroups,
      id: 'AutoScalingGroupName',
    },
  }),
);
