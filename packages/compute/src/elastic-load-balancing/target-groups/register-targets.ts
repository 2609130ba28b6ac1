import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { RegisterTargetsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { type Target, targetInput, toTargets } from './target.js';

export interface RegisterTargetsInput extends AwsInput {
  /** ARN of the target group. */
  readonly targetGroupArn: string;
  /** Targets; at least one. A string is an instance ID, an IP address or an ARN, depending on the target type of the group. */
  readonly targets: readonly (string | Target)[];
}

/**
 * Registers targets with a target group. A target receives requests after it has passed its health checks (see `waitForTargetsHealthy`).
 * Targets that are already registered are not changed.
 *
 * @example
 * await registerTargets({ targetGroupArn, targets: ['i-0123456789abcdef0'] });
 * @throws {NotFoundError} there is no such target group in this region.
 * @throws {InvalidRequestError} the group does not accept a target, e.g. an instance that is not running.
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
