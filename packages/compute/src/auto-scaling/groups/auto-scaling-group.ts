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

/** An instance in an Auto Scaling group. */
export interface AutoScalingInstance {
  /** ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** Lifecycle state, e.g. `Pending`, `InService`, `Terminating` or `Standby`. */
  readonly lifecycleState: string;
  /** Result of the health checks: `Healthy` or `Unhealthy`. */
  readonly healthStatus: string;
  /** Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone: string;
  /** Instance type, e.g. `t3.micro`. */
  readonly instanceType?: string | undefined;
  /** Whether the instance is protected from termination when the group scales in. */
  readonly protectedFromScaleIn?: boolean | undefined;
}

/** An Auto Scaling group. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html */
export interface AutoScalingGroup extends AwsResource {
  /** Name of the Auto Scaling group. */
  readonly autoScalingGroupName: string;
  /** ARN of the Auto Scaling group. */
  readonly autoScalingGroupArn?: string | undefined;
  /** Minimum number of instances. */
  readonly minSize: number;
  /** Maximum number of instances. */
  readonly maxSize: number;
  /** Number of instances that Auto Scaling keeps in the group. */
  readonly desiredCapacity: number;
  /** ID of the launch template. Absent if the group uses a launch configuration or a mixed instances policy. */
  readonly launchTemplateId?: string | undefined;
  /** Version of the launch template: a number, `$Latest` or `$Default`. */
  readonly launchTemplateVersion?: string | undefined;
  /** Availability Zones in which the group launches instances. */
  readonly availabilityZones: readonly string[];
  /** IDs of the subnets in which the group launches instances. */
  readonly subnetIds: readonly string[];
  /** ARNs of the target groups in which the group registers its instances. */
  readonly targetGroupArns: readonly string[];
  /** Types of the health checks, separated by commas, e.g. `EC2,ELB`. */
  readonly healthCheckType?: string | undefined;
  /** Time in seconds before Auto Scaling checks the health of a new instance. */
  readonly healthCheckGracePeriodSeconds?: number | undefined;
  /** Duration of the default cooldown period in seconds. */
  readonly defaultCooldownSeconds?: number | undefined;
  /** Time of creation. */
  readonly createdTime: Date;
  /** `Delete in progress` while AWS deletes the group. */
  readonly status?: string | undefined;
  /** Instances of the group. */
  readonly instances: readonly AutoScalingInstance[];
  /** Tags of the group. */
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
    subnetIds: from('VPCZoneIdentifier', commaSeparated()),
    targetGroupArns: from('TargetGroupARNs', list(z.string())),
    healthCheckType: optionalString(),
    healthCheckGracePeriodSeconds: from('HealthCheckGracePeriod', z.optional(z.number())),
    defaultCooldownSeconds: from('DefaultCooldown', z.optional(z.number())),
    createdTime: z.date(),
    status: optionalString(),
    instances: list(autoScalingInstance()),
    tags: tags(),
  });

/** Auto Scaling returns the subnet IDs as one string, separated by commas. */
const commaSeparated = () => ({
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
