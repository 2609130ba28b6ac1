import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { autoScaling, groupErrors } from '@arch/services/auto-scaling';
import { SetDesiredCapacityCommand } from '@aws-sdk/client-auto-scaling';

import type { AutoScalingGroup } from './auto-scaling-group.js';
import { groupName, size } from './group-fields.js';
import { groupReference, type GroupReference } from './group-reference.js';
import { waitForAutoScalingGroup } from './wait-for-auto-scaling-group.js';

export interface SetDesiredCapacityInput extends AwsInput {
  readonly autoScalingGroupName: string;
  /** Between the group's minimum and maximum. */
  readonly desiredCapacity: number;
  /** Waits for the cooldown of the last scaling first; a `ConflictError` until then. Default `false`. */
  readonly honorCooldown?: boolean | undefined;
}

/**
 * Sets how many instances a group shall have. With `wait: true` it resolves when that many are in service and those that are too many are
 * gone; a scaling activity that fails ends the wait with its reason.
 *
 * @example
 * const { instances } = await setDesiredCapacity({ autoScalingGroupName: 'web', desiredCapacity: 4 }, { wait: true });
 * @throws {ServiceError} there is no such group in this region: AWS has no code of its own for it.
 * @throws {ConflictError} a scaling activity or a cooldown is under way.
 * @throws {WaitError} an instance cannot be launched: capacity, a quota, the image; with AWS's reason.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_SetDesiredCapacity.html
 */
export const setDesiredCapacity: WaitableOperation<SetDesiredCapacityInput, GroupReference, AutoScalingGroup> =
  operation(() => ({
    name: 'setDesiredCapacity',
    service: autoScaling,
    command: SetDesiredCapacityCommand,
    permissions: [{ action: 'autoscaling:SetDesiredCapacity', resources: ['autoScalingGroup'] }],
    input: input<SetDesiredCapacityInput>({
      autoScalingGroupName: groupName(),
      desiredCapacity: size(),
      honorCooldown: z.optional(z.boolean()),
    }),
    output: groupReference(),
    // AWS answers nothing.
    select: (_answer, { autoScalingGroupName }) => ({ AutoScalingGroupName: autoScalingGroupName }),
    errors: groupErrors,
    uses: [waitForAutoScalingGroup],
    wait: ({ autoScalingGroupName }, options) =>
      waitForAutoScalingGroup({ autoScalingGroupName, state: 'in-service' }, options),
  }));
