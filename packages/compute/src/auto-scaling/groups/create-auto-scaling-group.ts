import {
  type AwsInput,
  ec2Id,
  iamPropagation,
  input,
  operation,
  tagRecord,
  type Tags,
  toTagList,
  type WaitableOperation,
  z,
  type Open,
} from '@arch/core/builder';
import { autoScaling } from '@arch/services/auto-scaling';
import { balancingArn } from '@arch/services/elastic-load-balancing';
import { CreateAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';

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

export interface CreateAutoScalingGroupInput extends AwsInput {
  /** Name of the group, unique in the account and region: 1–255 characters. */
  readonly autoScalingGroupName: string;
  /** Launch template of the instances: its ID, or its ID or name with a version. */
  readonly launchTemplate: string | GroupLaunchTemplate;
  /** Minimum number of instances. */
  readonly minSize: number;
  /** Maximum number of instances. */
  readonly maxSize: number;
  /** Number of instances that Auto Scaling keeps in the group. Default: `minSize`. */
  readonly desiredCapacity?: number | undefined;
  /** IDs of the subnets in which instances are launched. Subnets in several Availability Zones protect from the failure of one zone. */
  readonly subnetIds: readonly string[];
  /** ARNs of the target groups in which the group registers its instances. Default: none. */
  readonly targetGroupArns?: readonly string[] | undefined;
  /** `ELB`: Auto Scaling also replaces instances that fail the health checks of a load balancer. Default: `EC2`. */
  readonly healthCheckType?: Open<'EC2' | 'ELB'> | undefined;
  /** Time in seconds before Auto Scaling checks the health of a new instance. Default: 0. */
  readonly healthCheckGracePeriodSeconds?: number | undefined;
  /** Tags of the group. Auto Scaling also adds them to the instances. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates an Auto Scaling group. With `wait: true` the call resolves when the desired number of instances is in service. AWS bills the
 * instances. Not idempotent: a second call throws `AlreadyExistsError`.
 *
 * @example
 * const group = { autoScalingGroupName: 'web', launchTemplate: launchTemplateId, minSize: 2, maxSize: 4, subnetIds };
 * const { instances } = await createAutoScalingGroup(group, { wait: true });
 * @throws {AlreadyExistsError} there is already an Auto Scaling group with this name.
 * @throws {QuotaExceededError} the account has reached its quota of Auto Scaling groups.
 * @throws {WaitError} an instance cannot be launched; the error contains the reason of the scaling activity.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html
 */
export const createAutoScalingGroup: WaitableOperation<
  CreateAutoScalingGroupInput,
  GroupReference,
  AutoScalingGroup,
  { on: 'autoScalingGroupName'; with: 'tags' }
> = operation(() => ({
  name: 'createAutoScalingGroup',
  service: autoScaling,
  command: CreateAutoScalingGroupCommand,
  repeatable: 'refused',
  propagates: iamPropagation,
  permissions: [
    { action: 'autoscaling:CreateAutoScalingGroup', resources: ['autoScalingGroup'] },
    { action: 'autoscaling:CreateOrUpdateTags', resources: ['autoScalingGroup'], with: 'tags' },
    { action: 'ec2:RunInstances', resources: ['*'], when: 'a launch template is used' },
  ],
  input: input<CreateAutoScalingGroupInput>({
    autoScalingGroupName: groupName(),
    launchTemplate: launchTemplateInput(),
    minSize: groupSize(),
    maxSize: groupSize(),
    desiredCapacity: z.optional(groupSize()),
    subnetIds: z.array(ec2Id('subnet')).check(z.minLength(1)),
    targetGroupArns: z.optional(z.array(balancingArn())),
    healthCheckType: z.optional(z.enum(['EC2', 'ELB'])),
    healthCheckGracePeriodSeconds: z.optional(z.int().check(z.gte(0))),
    tags: z.optional(tagRecord()),
  }).check(z.refine(areSizesInOrder, { error: 'minSize ≤ desiredCapacity ≤ maxSize' })),
  output: groupReference(),
  request: ({
    autoScalingGroupName,
    launchTemplate,
    minSize,
    maxSize,
    subnetIds,
    healthCheckGracePeriodSeconds,
    tags,
  }) => ({
    AutoScalingGroupName: autoScalingGroupName,
    MinSize: minSize,
    MaxSize: maxSize,
    LaunchTemplate: toLaunchTemplate(launchTemplate),
    VPCZoneIdentifier: subnetIds.join(','),
    HealthCheckGracePeriod: healthCheckGracePeriodSeconds,
    Tags: tags && toTagList(tags).map((tag) => ({ ...tag, PropagateAtLaunch: true })),
  }),
  // The response is empty.
  select: (_response, { autoScalingGroupName }) => ({ AutoScalingGroupName: autoScalingGroupName }),
  creates: ({ autoScalingGroupName }) => [autoScalingGroupName],
  uses: [waitForAutoScalingGroup],
  wait: ({ autoScalingGroupName }, options) =>
    waitForAutoScalingGroup({ autoScalingGroupName, state: 'in-service' }, options),
}));
