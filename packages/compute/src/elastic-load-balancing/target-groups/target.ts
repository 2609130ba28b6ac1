import {
  type AwsResource,
  optionalString,
  from,
  openEnum,
  type Open,
  resource,
  type Schema,
  text,
  z,
} from '@arch/core/builder';
import { TargetHealthDescription$ } from '@aws-sdk/client-elastic-load-balancing-v2';

/** What a target group routes to. */
export interface Target {
  /** An instance ID, an IP address, the ARN of a function or of an Application Load Balancer, by the group's target type. */
  readonly id: string;
  /** Default: the group's port. */
  readonly port?: number | undefined;
  /** `all` for an IP address outside of the VPC. */
  readonly availabilityZone?: string | undefined;
}

/** The members of a {@link Target}, checked; a plain ID stands for one. */
export const targetInput = (): z.ZodMiniType<string | Target> =>
  z.union([
    text(1, 2_048),
    z.strictObject({
      id: text(1, 2_048),
      port: z.optional(z.int().check(z.gte(1), z.lte(65_535))),
      availabilityZone: z.optional(text(1, 255)),
    }),
  ]);

/** Targets in AWS's words. */
export const toTargets = (
  targets: readonly (string | Target)[],
): { Id: string; Port: number | undefined; AvailabilityZone: string | undefined }[] =>
  targets.map((target) => {
    const { id, port, availabilityZone }: Target = typeof target === 'string' ? { id: target } : target;
    return { Id: id, Port: port, AvailabilityZone: availabilityZone };
  });

/** States of a target. */
export const targetHealthStates = [
  'initial',
  'healthy',
  'unhealthy',
  'unhealthy.draining',
  'unused',
  'draining',
  'unavailable',
] as const;
export type TargetHealthState = Open<(typeof targetHealthStates)[number]>;

/** How a target is. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealthDescription.html */
export interface TargetHealth extends AwsResource {
  readonly id: string;
  readonly port?: number | undefined;
  readonly availabilityZone?: string | undefined;
  readonly state: TargetHealthState;
  /** e.g. `Target.Timeout`; absent for a healthy target. */
  readonly reason?: string | undefined;
  /** AWS's sentence for the reason. */
  readonly description?: string | undefined;
}

/** Parses one `TargetHealthDescription` structure. */
export const targetHealth = (): Schema<TargetHealth> =>
  resource<TargetHealth>(TargetHealthDescription$, {
    id: from('Target.Id', z.string()),
    port: from('Target.Port', z.optional(z.number())),
    availabilityZone: from('Target.AvailabilityZone', optionalString()),
    state: from('TargetHealth.State', openEnum(targetHealthStates)),
    reason: from('TargetHealth.Reason', optionalString()),
    description: from('TargetHealth.Description', optionalString()),
  });
