import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { balancingArn, balancingName, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DescribeTargetGroupsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { targetGroup, type TargetGroup } from './target-group.js';

export interface ListTargetGroupsInput extends AwsInput {
  /** Lists only the target groups of this load balancer. Not together with `names`. */
  readonly loadBalancerArn?: string | undefined;
  /** Lists only the target groups with these names, up to 20. The listing fails if one does not exist. Not with `loadBalancerArn`. */
  readonly names?: readonly string[] | undefined;
}

/**
 * Lists target groups.
 *
 * @example
 * const groups = await listTargetGroups({ loadBalancerArn }).toArray();
 * @throws {NotFoundError} there is no such load balancer, or no target group with one of the names.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetGroups.html
 */
export const listTargetGroups: ListOperation<ListTargetGroupsInput, TargetGroup> = listOperation(() => ({
  name: 'listTargetGroups',
  service: elasticLoadBalancing,
  command: DescribeTargetGroupsCommand,
  permissions: ['elasticloadbalancing:DescribeTargetGroups'],
  input: input<ListTargetGroupsInput>({
    loadBalancerArn: z.optional(balancingArn()),
    names: z.optional(z.array(balancingName()).check(z.minLength(1), z.maxLength(20))),
  }).check(
    z.refine(({ loadBalancerArn, names }) => loadBalancerArn === undefined || names === undefined, {
      error: 'either loadBalancerArn or names, not both',
    }),
  ),
  item: targetGroup(),
  items: ({ TargetGroups }) => TargetGroups,
  pages: { token: 'Marker', next: 'NextMarker' },
}));
