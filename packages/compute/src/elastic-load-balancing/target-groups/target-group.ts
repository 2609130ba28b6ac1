import { type AwsResource, optionalString, from, list, resource, type Schema, z } from '@arch/core/builder';
import { TargetGroup$ } from '@aws-sdk/client-elastic-load-balancing-v2';

/** A target group. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html */
export interface TargetGroup extends AwsResource {
  readonly targetGroupArn: string;
  readonly targetGroupName: string;
  /** `instance`, `ip`, `lambda` or `alb`. */
  readonly targetType?: string | undefined;
  /** e.g. `HTTP`; absent for functions. */
  readonly protocol?: string | undefined;
  readonly port?: number | undefined;
  readonly vpcId?: string | undefined;
  /** e.g. `HTTP1` or `GRPC`. */
  readonly protocolVersion?: string | undefined;
  /** The load balancers that route to it. */
  readonly loadBalancerArns: readonly string[];
  readonly healthCheckEnabled?: boolean | undefined;
  readonly healthCheckProtocol?: string | undefined;
  readonly healthCheckPath?: string | undefined;
  /** A port, or `traffic-port` for that of the target. */
  readonly healthCheckPort?: string | undefined;
  readonly healthCheckIntervalSeconds?: number | undefined;
  readonly healthCheckTimeoutSeconds?: number | undefined;
  /** Checks in a row that have to succeed until a target counts as healthy. */
  readonly healthyThresholdCount?: number | undefined;
  /** Checks in a row that have to fail until it does not any more. */
  readonly unhealthyThresholdCount?: number | undefined;
  /** The HTTP status codes of a success, e.g. `200-299`. */
  readonly healthyStatusCodes?: string | undefined;
}

/** Parses one `TargetGroup` structure. */
export const targetGroup = (): Schema<TargetGroup> =>
  resource<TargetGroup>(TargetGroup$, {
    targetGroupArn: z.string(),
    targetGroupName: z.string(),
    targetType: optionalString(),
    protocol: optionalString(),
    port: z.optional(z.number()),
    vpcId: optionalString(),
    protocolVersion: optionalString(),
    loadBalancerArns: list(z.string()),
    healthCheckEnabled: z.optional(z.boolean()),
    healthCheckProtocol: optionalString(),
    healthCheckPath: optionalString(),
    healthCheckPort: optionalString(),
    healthCheckIntervalSeconds: z.optional(z.number()),
    healthCheckTimeoutSeconds: z.optional(z.number()),
    healthyThresholdCount: z.optional(z.number()),
    unhealthyThresholdCount: z.optional(z.number()),
    healthyStatusCodes: from('Matcher.HttpCode', optionalString()),
  });
