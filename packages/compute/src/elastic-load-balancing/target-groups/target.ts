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

/** A target of a target group. */
export interface Target {
  /** Instance ID, IP address, or ARN of a Lambda function or Application Load Balancer, depending on the target type. */
  readonly id: string;
  /** Port on which the target receives requests, 1–65535. Default: the port of the group. */
  readonly port?: number | undefined;
  /** Availability Zone of an IP address; `all` for an address outside the VPC. Default for an address in the VPC: the zone of its subnet. */
  readonly availabilityZone?: string | undefined;
}

/** The schema of a {@link Target} or of its ID. */
export const targetInput = (): z.ZodMiniType<string | Target> =>
  z.union([
    text(1, 2_048),
    z.strictObject({
      id: text(1, 2_048),
      port: z.optional(z.int().check(z.gte(1), z.lte(65_535))),
      availabilityZone: z.optional(text(1, 255)),
    }),
  ]);

/** Converts targets to AWS's `TargetDescription` structures. */
export const toTargets = (
  targets: readonly (string | Target)[],
): { Id: string; Port: number | undefined; AvailabilityZone: string | undefined }[] =>
  targets.map((target) => {
    const { id, port, availabilityZone }: Target = typeof target === 'string' ? { id: target } : target;
    return { Id: id, Port: port, AvailabilityZone: availabilityZone };
  });

/** The states of a target. */
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

/** The health of a target. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealthDescription.html */
export interface TargetHealth extends AwsResource {
  /** Instance ID, IP address or ARN of the target. */
  readonly id: string;
  /** Port on which the target receives requests. Absent for a Lambda function. */
  readonly port?: number | undefined;
  /** Availability Zone of an IP address; `all` for an address outside the VPC. */
  readonly availabilityZone?: string | undefined;
  /** State of the target. */
  readonly state: TargetHealthState;
  /** AWS's code for the reason of the state, e.g. `Target.Timeout`. Absent for a healthy target. */
  readonly reason?: string | undefined;
  /** AWS's description of the reason. */
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
