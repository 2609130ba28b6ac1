import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { RegisterTargetsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { type Target, targetInput, toTargets } from './target.js';

export interface RegisterTargetsInput extends AwsInput {
  readonly targetGroupArn: string;
  /** Instance IDs, addresses or ARNs, by the group's target type; with a port where it is another than the group's. */
  readonly targets: readonly (string | Target)[];
}

/**
 * Registers targets with a target group. Each is routed to once it has passed its health checks: `waitForTargetsHealthy`. Targets that are
 * registered already stay so.
 *
 * @example
 * await registerTargets({ targetGroupArn, targets: ['i-0123456789abcdef0'] });
 * @throws {NotFoundError} there is no such target group in this region.
 * @throws {ServiceError} a target is none that the group takes, e.g. an instance that does not run.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RegisterTargets.html
 */
export const registerTargets: Operation<RegisterTargetsInput, void> = operation(() => ({
  name: 'registerTargets',
  service: elasticLoadBalancing,
  command: RegisterTargetsCommand,
  repeatable: true,
  permissions: [{ action: 'elasticloadbalancing:RegisterTargets', resources: ['targetgroup'] }],
  input: input<RegisterTargetsInput>({
    targetGroupArn: balancingArn(),
    targets: z.array(targetInput()).check(z.minLength(1)),
  }),
  output: noOutput(),
  request: ({ targetGroupArn, targets }) => ({ TargetGroupArn: targetGroupArn, Targets: toTargets(targets) }),
}));
