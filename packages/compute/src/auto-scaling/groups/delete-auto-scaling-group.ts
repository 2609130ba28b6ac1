import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { autoScaling, groupErrors } from '@arch/services/auto-scaling';
import { DeleteAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';

import { groupName } from './group-fields.js';
import { groupReference, type GroupReference } from './group-reference.js';
import { waitForAutoScalingGroup } from './wait-for-auto-scaling-group.js';

export interface DeleteAutoScalingGroupInput extends AwsInput {
  readonly autoScalingGroupName: string;
  /** Terminates its instances with it. Default `false`: a group that has instances is not deleted. */
  readonly forceDelete?: boolean | undefined;
}

/**
 * Deletes an Auto Scaling group. With `wait: true` it resolves when the group and its instances are gone.
 *
 * @example
 * await deleteAutoScalingGroup({ autoScalingGroupName: 'web', forceDelete: true }, { wait: true });
 * @throws {ServiceError} there is no such group in this region: AWS has no code of its own for it.
 * @throws {ConflictError} it has instances, or a scaling activity is under way.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DeleteAutoScalingGroup.html
 */
export const deleteAutoScalingGroup: WaitableOperation<string | DeleteAutoScalingGroupInput, GroupReference, void> =
  operation(() => ({
    name: 'deleteAutoScalingGroup',
    service: autoScaling,
    command: DeleteAutoScalingGroupCommand,
    permissions: [{ action: 'autoscaling:DeleteAutoScalingGroup', resources: ['autoScalingGroup'] }],
    key: 'autoScalingGroupName',
    input: input<DeleteAutoScalingGroupInput>({
      autoScalingGroupName: groupName(),
      forceDelete: z.optional(z.boolean()),
    }),
    output: groupReference(),
    deletes: true,
    // AWS answers nothing.
    select: (_answer, { autoScalingGroupName }) => ({ AutoScalingGroupName: autoScalingGroupName }),
    errors: groupErrors,
    uses: [waitForAutoScalingGroup],
    wait: ({ autoScalingGroupName }, options) =>
      waitForAutoScalingGroup({ autoScalingGroupName, state: 'deleted' }, options),
  }));
