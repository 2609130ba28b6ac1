import {
  type AwsInput,
  ec2Id,
  input,
  operation,
  tagRecord,
  type Tags,
  toTagList,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { autoScaling } from '@arch/services/auto-scaling';
import { balancingArn } from '@arch/services/elastic-load-balancing';
import { CreateAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';

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

export interface CreateAutoScalingGroupInput extends AwsInput {
  /** 1–255 characters, once per region and account. */
  readonly autoScalingGroupName: string;
  /** What it launches: the ID of a launch template, or ID or name with a version. */
  readonly launchTemplate: string | GroupLaunchTemplate;
  readonly minSize: number;
  readonly maxSize: number;
  /** Default: the minimum. */
  readonly desiredCapacity?: number | undefined;
  /** Where it launches; of several Availability Zones, so that one may fail. */
  readonly subnetIds: readonly string[];
  /** Target groups of load balancers that its instances shall be in. */
  readonly targetGroupArns?: readonly string[] | undefined;
  /** `ELB`: what a load balancer finds unhealthy is replaced as well. Default `EC2`. */
  readonly healthCheckType?: 'EC2' | 'ELB' | undefined;
  /** For how long a new instance is left alone. AWS's default: 0. */
  readonly healthCheckGracePeriodSeconds?: number | undefined;
  /** The instances get them too. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates an Auto Scaling group. With `wait: true` it resolves when as many instances are in service as are desired. AWS bills the instances.
 * Repeating the call does no harm: the name is taken then.
 *
 * @example
 * const group = { autoScalingGroupName: 'web', launchTemplate: launchTemplateId, minSize: 2, maxSize: 4, subnetIds };
 * const { instances } = await createAutoScalingGroup(group, { wait: true });
 * @throws {AlreadyExistsError} there is a group of that name.
 * @throws {QuotaExceededError} the account has as many groups as it may have.
 * @throws {WaitError} an instance cannot be launched, with the reason of the scaling activity.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html
 */
export const createAutoScalingGroup: WaitableOperation<CreateAutoScalingGroupInput, GroupReference, AutoScalingGroup> =
  operation(() => ({
    name: 'createAutoScalingGroup',
    service: autoScaling,
    command: CreateAutoScalingGroupCommand,
    repeatable: 'refused',
    permissions: [
      { action: 'autoscaling:CreateAutoScalingGroup', resources: ['autoScalingGroup'] },
      { action: 'autoscaling:CreateOrUpdateTags', resources: ['autoScalingGroup'], when: 'tags are given' },
      { action: 'ec2:RunInstances', when: 'a launch template is used' },
    ],
    input: input<CreateAutoScalingGroupInput>({
      autoScalingGroupName: groupName(),
      launchTemplate: launchTemplateInput(),
      minSize: size(),
      maxSize: size(),
      desiredCapacity: z.optional(size()),
      subnetIds: z.array(ec2Id('subnet')).check(z.minLength(1)),
      targetGroupArns: z.optional(z.array(balancingArn())),
      healthCheckType: z.optional(z.enum(['EC2', 'ELB'])),
      healthCheckGracePeriodSeconds: z.optional(z.int().check(z.gte(0))),
      tags: z.optional(tagRecord()),
    }).check(z.refine(areSizes, { error: 'minSize ≤ desiredCapacity ≤ maxSize' })),
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
    // AWS answers nothing.
    select: (_answer, { autoScalingGroupName }) => ({ AutoScalingGroupName: autoScalingGroupName }),
    creates: ({ autoScalingGroupName }) => [autoScalingGroupName],
    uses: [waitForAutoScalingGroup],
    wait: ({ autoScalingGroupName }, options) =>
      waitForAutoScalingGroup({ autoScalingGroupName, state: 'in-service' }, options),
  }));
