import { type AwsInput, ec2Id, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { autoScaling, groupErrors } from '@arch/services/auto-scaling';
import { UpdateAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';

import type { AutoScalingGroup } from './auto-scaling-group.js';
import {
  areSizes,
  type GroupLaunchTemplate,
  groupName,
  launchTemplateInput,
  size,
  toLaunchTemplate,
} from './group-fields.js';
import { groupReference, type GroupReference } from './group-reference.js';
import { waitForAutoScalingGroup } from './wait-for-auto-scaling-group.js';

export interface UpdateAutoScalingGroupInput extends AwsInput {
  readonly autoScalingGroupName: string;
  /** What it launches from now on; instances that run stay as they are. */
  readonly launchTemplate?: string | GroupLaunchTemplate | undefined;
  readonly minSize?: number | undefined;
  readonly maxSize?: number | undefined;
  readonly desiredCapacity?: number | undefined;
  readonly subnetIds?: readonly string[] | undefined;
  readonly healthCheckType?: 'EC2' | 'ELB' | undefined;
  readonly healthCheckGracePeriodSeconds?: number | undefined;
}

/**
 * Changes an Auto Scaling group; what is left out stays. A minimum above, or a maximum below, what is desired changes that too. With
 * `wait: true` it resolves when as many instances are in service as are desired.
 *
 * @example
 * await updateAutoScalingGroup({ autoScalingGroupName: 'web', maxSize: 8 });
 * @throws {ServiceError} there is no such group in this region: AWS has no code of its own for it.
 * @throws {ConflictError} a scaling activity is under way.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_UpdateAutoScalingGroup.html
 */
export const updateAutoScalingGroup: WaitableOperation<UpdateAutoScalingGroupInput, GroupReference, AutoScalingGroup> =
  operation(() => ({
    name: 'updateAutoScalingGroup',
    service: autoScaling,
    command: UpdateAutoScalingGroupCommand,
    permissions: [{ action: 'autoscaling:UpdateAutoScalingGroup', resources: ['autoScalingGroup'] }],
    input: input<UpdateAutoScalingGroupInput>({
      autoScalingGroupName: groupName(),
      launchTemplate: z.optional(launchTemplateInput()),
      minSize: z.optional(size()),
      maxSize: z.optional(size()),
      desiredCapacity: z.optional(size()),
      subnetIds: z.optional(z.array(ec2Id('subnet')).check(z.minLength(1))),
      healthCheckType: z.optional(z.enum(['EC2', 'ELB'])),
      healthCheckGracePeriodSeconds: z.optional(z.int().check(z.gte(0))),
    }).check(z.refine(areSizes, { error: 'minSize ≤ desiredCapacity ≤ maxSize' })),
    output: groupReference(),
    request: ({ autoScalingGroupName, launchTemplate, subnetIds, healthCheckGracePeriodSeconds }) => ({
      AutoScalingGroupName: autoScalingGroupName,
      LaunchTemplate: launchTemplate === undefined ? undefined : toLaunchTemplate(launchTemplate),
      VPCZoneIdentifier: subnetIds?.join(','),
      HealthCheckGracePeriod: healthCheckGracePeriodSeconds,
    }),
    // AWS answers nothing.
    select: (_answer, { autoScalingGroupName }) => ({ AutoScalingGroupName: autoScalingGroupName }),
    errors: groupErrors,
    uses: [waitForAutoScalingGroup],
    wait: ({ autoScalingGroupName }, options) =>
      waitForAutoScalingGroup({ autoScalingGroupName, state: 'in-service' }, options),
  }));
