import {
  type AwsInput,
  ec2Id,
  iamPropagation,
  input,
  type Open,
  operation,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { autoScaling } from '@arch/services/auto-scaling';
import { UpdateAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';

import type { AutoScalingGroup } from './auto-scaling-group.js';
import {
  areSizesInOrder,
  type GroupLaunchTemplate,
  groupName,
  groupSize,
  launchTemplateInput,
  toLaunchTemplate,
} from './group-fields.js';
import { groupReference, type GroupReference } from './group-reference.js';
import { waitForAutoScalingGroup } from './wait-for-auto-scaling-group.js';

export interface UpdateAutoScalingGroupInput extends AwsInput {
  /** Name of the Auto Scaling group. */
  readonly autoScalingGroupName: string;
  /** Launch template of instances that are launched from now on. Existing instances are not changed. */
  readonly launchTemplate?: string | GroupLaunchTemplate | undefined;
  /** Minimum number of instances. */
  readonly minSize?: number | undefined;
  /** Maximum number of instances. */
  readonly maxSize?: number | undefined;
  /** Number of instances that Auto Scaling keeps in the group. */
  readonly desiredCapacity?: number | undefined;
  /** IDs of the subnets in which instances are launched. */
  readonly subnetIds?: readonly string[] | undefined;
  /** `ELB`: Auto Scaling also replaces instances that fail the health checks of a load balancer. */
  readonly healthCheckType?: Open<'EC2' | 'ELB'> | undefined;
  /** Time in seconds before Auto Scaling checks the health of a new instance. */
  readonly healthCheckGracePeriodSeconds?: number | undefined;
}

/**
 * Updates an Auto Scaling group. Members that are omitted are not changed. A minimum above or a maximum below the desired capacity changes
 * the desired capacity too. With `wait: true` the call resolves when the desired number of instances is in service.
 *
 * @example
 * await updateAutoScalingGroup({ autoScalingGroupName: 'web', maxSize: 8 });
 * @throws {NotFoundError} there is no such Auto Scaling group in this region.
 * @throws {ConflictError} a scaling activity is in progress.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_UpdateAutoScalingGroup.html
 */
export const updateAutoScalingGroup: WaitableOperation<
  UpdateAutoScalingGroupInput,
  GroupReference,
  AutoScalingGroup,
  { on: 'autoScalingGroupName' }
> = operation(() => ({
  name: 'updateAutoScalingGroup',
  service: autoScaling,
  command: UpdateAutoScalingGroupCommand,
  propagates: iamPropagation,
  permissions: [{ action: 'autoscaling:UpdateAutoScalingGroup', resources: ['autoScalingGroup'] }],
  input: input<UpdateAutoScalingGroupInput>({
    autoScalingGroupName: groupName(),
    launchTemplate: z.optional(launchTemplateInput()),
    minSize: z.optional(groupSize()),
    maxSize: z.optional(groupSize()),
    desiredCapacity: z.optional(groupSize()),
    subnetIds: z.optional(z.array(ec2Id('subnet')).check(z.minLength(1))),
    healthCheckType: z.optional(z.enum(['EC2', 'ELB'])),
    healthCheckGracePeriodSeconds: z.optional(z.int().check(z.gte(0))),
  }).check(z.refine(areSizesInOrder, { error: 'minSize ≤ desiredCapacity ≤ maxSize' })),
  output: groupReference(),
  request: ({ autoScalingGroupName, launchTemplate, subnetIds, healthCheckGracePeriodSeconds }) => ({
    AutoScalingGroupName: autoScalingGroupName,
    LaunchTemplate: launchTemplate === undefined ? undefined : toLaunchTemplate(launchTemplate),
    VPCZoneIdentifier: subnetIds?.join(','),
    HealthCheckGracePeriod: healthCheckGracePeriodSeconds,
  }),
  // The response is empty.
  select: (_response, { autoScalingGroupName }) => ({ AutoScalingGroupName: autoScalingGroupName }),
  uses: [waitForAutoScalingGroup],
  wait: ({ autoScalingGroupName }, options) =>
    waitForAutoScalingGroup({ autoScalingGroupName, state: 'in-service' }, options),
}));
