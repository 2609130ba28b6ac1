import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DeleteTargetGroupCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

export interface DeleteTargetGroupInput extends AwsInput {
  /** ARN of the target group. */
  readonly targetGroupArn: string;
}

/**
 * Deletes a target group. Its targets continue to run. Succeeds if the target group does not exist.
 *
 * @example
 * await deleteTargetGroup(targetGroupArn);
 * @throws {ConflictError} a listener or a rule forwards requests to it.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteTargetGroup.html
 */
export const deleteTargetGroup: Operation<string | DeleteTargetGroupInput, void, { on: 'targetGroupArn' }> = operation(
  () => ({
    name: 'deleteTargetGroup',
    service: elasticLoadBalancing,
    command: DeleteTargetGroupCommand,
    permissions: [{ action: 'elasticloadbalancing:DeleteTargetGroup', resources: ['targetgroup'] }],
    key: 'targetGroupArn',
    input: input<DeleteTargetGroupInput>({ targetGroupArn: balancingArn() }),
    output: noOutput(),
    deletes: true,
  }),
);
