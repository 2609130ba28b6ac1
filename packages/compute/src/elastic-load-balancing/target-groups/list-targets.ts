import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { type Target, type TargetHealth, targetHealth, targetInput, toTargets } from './target.js';

export interface ListTargetsInput extends AwsInput {
  /** ARN of the target group. */
  readonly targetGroupArn: string;
  /** Lists only these targets; at least one. Default: all registered targets. */
  readonly targets?: readonly (string | Target)[] | undefined;
}

/**
 * Lists the targets of a target group with their health.
 *
 * @example
 * for await (const { id, state, description } of listTargets({ targetGroupArn })) console.log(id, state, description);
 * @throws {NotFoundError} there is no such target group in this region.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetHealth.html
 */
export const listTargets: ListOperation<ListTargetsInput, TargetHealth> = listOperation(() => ({
  name: 'listTargets',
  service: elasticLoadBalancing,
  command: DescribeTargetHealthCommand,
  permissions: ['elasticloadbalancing:DescribeTargetHealth'],
  input: input<ListTargetsInput>({
    targetGroupArn: balancingArn(),
    targets: z.optional(z.array(targetInput()).check(z.minLength(1))),
  }),
  item: targetHealth(),
  request: ({ targetGroupArn, targets }) => ({
    TargetGroupArn: targetGroupArn,
    ...(targets && { Targets: toTargets(targets) }),
  }),
  items: ({ TargetHealthDescriptions }) => TargetHealthDescriptions,
}));
