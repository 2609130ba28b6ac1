import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { autoScaling } from '@arch/services/auto-scaling';
import { DeleteAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';

import { groupName } from './group-fields.js';
import { groupReference, type GroupReference } from './group-reference.js';
import { waitForAutoScalingGroup } from './wait-for-auto-scaling-group.js';

export interface DeleteAutoScalingGroupInput extends AwsInput {
  /** Name of the Auto Scaling group. */
  readonly autoScalingGroupName: string;
  /** Whether to delete the group together with its instances. Default: `false`, a group with instances is not deleted. */
  readonly forceDelete?: boolean | undefined;
}

/**
 * Deletes an Auto Scaling group. With `wait: true` the call resolves when the group and its instances no longer exist.
 *
 * @example
 * await deleteAutoScalingGroup({ autoScalingGroupName: 'web', forceDelete: true }, { wait: true });
 * @throws {NotFoundError} there is no such Auto Scaling group in this region.
 * @throws {ConflictError} the group has instances, or a scaling activity is in progress.
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
    // The response is empty.
    select: (_response, { autoScalingGroupName }) => ({ AutoScalingGroupName: autoScalingGroupName }),
    uses: [waitForAutoScalingGroup],
    wait: ({ autoScalingGroupName }, options) =>
      waitForAutoScalingGroup({ autoScalingGroupName, state: 'deleted' }, options),
  }));
