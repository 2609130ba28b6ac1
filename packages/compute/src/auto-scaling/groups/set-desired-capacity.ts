import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { autoScaling } from '@arch/services/auto-scaling';
import { SetDesiredCapacityCommand } from '@aws-sdk/client-auto-scaling';

import type { AutoScalingGroup } from './auto-scaling-group.js';
import { groupName, groupSize } from './group-fields.js';
import { groupReference, type GroupReference } from './group-reference.js';
import { waitForAutoScalingGroup } from './wait-for-auto-scaling-group.js';

export interface SetDesiredCapacityInput extends AwsInput {
  /** Name of the Auto Scaling group. */
  readonly autoScalingGroupName: string;
  /** Number of instances, between the minimum and the maximum of the group. */
  readonly desiredCapacity: number;
  /** Whether to respect the cooldown period: until its end, the call throws `ConflictError`. Default: `false`. */
  readonly honorCooldown?: boolean | undefined;
}

/**
 * Sets the desired capacity of a group. With `wait: true` the call resolves when this number of instances is in service and all surplus
 * instances are terminated. A scaling activity that fails ends the wait with its reason.
 *
 * @example
 * const { instances } = await setDesiredCapacity({ autoScalingGroupName: 'web', desiredCapacity: 4 }, { wait: true });
 * @throws {NotFoundError} there is no such Auto Scaling group in this region.
 * @throws {ConflictError} a scaling activity or a cooldown period is in progress.
 * @throws {WaitError} an instance cannot be launched, e.g. because of capacity, a quota or the image; the error contains AWS's reason.
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
      desiredCapacity: groupSize(),
      honorCooldown: z.optional(z.boolean()),
    }),
    output: groupReference(),
    // The response is empty.
    select: (_response, { autoScalingGroupName }) => ({ AutoScalingGroupName: autoScalingGroupName }),
    uses: [waitForAutoScalingGroup],
    wait: ({ autoScalingGroupName }, options) =>
      waitForAutoScalingGroup({ autoScalingGroupName, state: 'in-service' }, options),
  }));
