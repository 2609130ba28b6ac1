import {
  type AwsResource,
  optionalString,
  from,
  list,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { AutoScalingGroup$, Instance$ } from '@aws-sdk/client-auto-scaling';

/** An instance in a group. */
export interface AutoScalingInstance {
  readonly instanceId: string;
  /** e.g. `Pending`, `InService`, `Terminating`, `Standby`. */
  readonly lifecycleState: string;
  /** `Healthy` or `Unhealthy`. */
  readonly healthStatus: string;
  readonly availabilityZone: string;
  readonly instanceType?: string | undefined;
  readonly protectedFromScaleIn?: boolean | undefined;
}

/** An Auto Scaling group. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html */
export interface AutoScalingGroup extends AwsResource {
  readonly autoScalingGroupName: string;
  readonly autoScalingGroupArn?: string | undefined;
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity: number;
  /** Absent for a group that launches by a launch configuration or by several types. */
  readonly launchTemplateId?: string | undefined;
  readonly launchTemplateVersion?: string | undefined;
  readonly availabilityZones: readonly string[];
  readonly subnetIds: readonly string[];
  readonly targetGroupArns: readonly string[];
  /** `EC2`, `ELB` and others, separated by commas. */
  readonly healthCheckType?: string | undefined;
  readonly healthCheckGracePeriodSeconds?: number | undefined;
  readonly defaultCooldownSeconds?: number | undefined;
  readonly createdTime: Date;
  /** `Delete in progress` while it is being deleted. */
  readonly status?: string | undefined;
  readonly instances: readonly AutoScalingInstance[];
  readonly tags: Tags;
}

/** Parses one `AutoScalingGroup` structure. */
export const autoScalingGroup = (): Schema<AutoScalingGroup> =>
  resource<AutoScalingGroup>(AutoScalingGroup$, {
    autoScalingGroupName: z.string(),
    autoScalingGroupArn: from('AutoScalingGroupARN', optionalString()),
    minSize: z.number(),
    maxSize: z.number(),
    desiredCapacity: z.number(),
    launchTemplateId: from('LaunchTemplate.LaunchTemplateId', optionalString()),
    launchTemplateVersion: from('LaunchTemplate.Version', optionalString()),
    availabilityZones: list(z.string()),
    subnetIds: from('VPCZoneIdentifier', separated()),
    targetGroupArns: from('TargetGroupARNs', list(z.string())),
    healthCheckType: optionalString(),
    healthCheckGracePeriodSeconds: from('HealthCheckGracePeriod', z.optional(z.number())),
    defaultCooldownSeconds: from('DefaultCooldown', z.optional(z.number())),
    createdTime: z.date(),
    status: optionalString(),
    instances: list(autoScalingInstance()),
    tags: tags(),
  });

/** AWS writes the subnets as one text. */
const separated = () => ({
  type: z.array(z.string()),
  read: (value: unknown) =>
    typeof value === 'string' && value !== '' ? value.split(',').map((each) => each.trim()) : [],
});

const autoScalingInstance = (): Schema<AutoScalingInstance> =>
  resource<AutoScalingInstance>(Instance$, {
    instanceId: z.string(),
    lifecycleState: z.string(),
    healthStatus: z.string(),
    availabilityZone: z.string(),
    instanceType: optionalString(),
    protectedFromScaleIn: z.optional(z.boolean()),
  });
