import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DeregisterTargetsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { type Target, targetInput, toTargets } from './target.js';

export interface DeregisterTargetsInput extends AwsInput {
  /** ARN of the target group. */
  readonly targetGroupArn: string;
  /** Targets; at least one. A string is an instance ID, an IP address or an ARN, depending on the target type of the group. */
  readonly targets: readonly (string | Target)[];
}

/**
 * Deregisters targets from a target group. They receive no new requests; requests in progress have 5 minutes to complete, unless the group
 * has another deregistration delay. Targets that are not registered are ignored.
 *
 * @example
 * await deregisterTargets({ targetGroupArn, targets: ['i-0123456789abcdef0'] });
 * @throws {NotFoundError} there is no such target group in this region.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeregisterTargets.html
 */
export const deregisterTargets: Operation<DeregisterTargetsInput, void, { on: 'targetGroupArn' }> = operation(() => ({
  name: 'deregisterTargets',
  service: elasticLoadBalancing,
  command: DeregisterTargetsCommand,
  permissions: [{ action: 'elasticloadbalancing:DeregisterTargets', resources: ['targetgroup'] }],
  input: input<DeregisterTargetsInput>({
    targetGroupArn: balancingArn(),
    targets: z.array(targetInput()).check(z.minLength(1)),
  }),
  output: noOutput(),
  deletes: false,
  request: ({ targetGroupArn, targets }) => ({ TargetGroupArn: targetGroupArn, Targets: toTargets(targets) }),
}));
