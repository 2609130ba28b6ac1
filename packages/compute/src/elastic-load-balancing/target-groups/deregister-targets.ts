import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DeregisterTargetsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { type Target, targetInput, toTargets } from './target.js';

export interface DeregisterTargetsInput extends AwsInput {
  readonly targetGroupArn: string;
  /** Instance IDs, addresses or ARNs, by the group's target type; with a port where it is another than the group's. */
  readonly targets: readonly (string | Target)[];
}

/**
 * Takes targets out of a target group: they get no new requests, and those under way have 5 minutes to end unless the group says otherwise.
 * Targets that are not registered are no error.
 *
 * @example
 * await deregisterTargets({ targetGroupArn, targets: ['i-0123456789abcdef0'] });
 * @throws {NotFoundError} there is no such target group in this region.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeregisterTargets.html
 */
export const deregisterTargets: Operation<DeregisterTargetsInput, void> = operation(() => ({
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
