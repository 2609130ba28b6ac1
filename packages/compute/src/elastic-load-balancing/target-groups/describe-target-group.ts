import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DescribeTargetGroupsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { targetGroup, type TargetGroup } from './target-group.js';

export interface DescribeTargetGroupInput extends AwsInput {
  /** ARN of the target group. */
  readonly targetGroupArn: string;
}

/**
 * Describes one target group. Concurrent calls are joined into one request for up to 20 target groups. `listTargets` returns the health of
 * the targets.
 *
 * @example
 * const { port, loadBalancerArns } = await describeTargetGroup(targetGroupArn);
 * @throws {NotFoundError} there is no such target group in this region.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetGroups.html
 */
export const describeTargetGroup: Operation<string | DescribeTargetGroupInput, TargetGroup> = operation(() => ({
  name: 'describeTargetGroup',
  service: elasticLoadBalancing,
  command: DescribeTargetGroupsCommand,
  permissions: ['elasticloadbalancing:DescribeTargetGroups'],
  key: 'targetGroupArn',
  input: input<DescribeTargetGroupInput>({ targetGroupArn: balancingArn() }),
  output: targetGroup(),
  absent: 'not-found',
  batch: { limit: 20, ids: 'TargetGroupArns', items: ({ TargetGroups }) => TargetGroups, id: 'TargetGroupArn' },
}));
