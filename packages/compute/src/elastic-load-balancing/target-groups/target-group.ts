import { type AwsResource, optionalString, from, list, resource, type Schema, z } from '@arch/core/builder';
import { TargetGroup$ } from '@aws-sdk/client-elastic-load-balancing-v2';

/** A target group. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html */
export interface TargetGroup extends AwsResource {
  /** ARN of the target group. */
  readonly targetGroupArn: string;
  /** Name of the target group, unique in the account and region. */
  readonly targetGroupName: string;
  /** Type of the targets: `instance`, `ip`, `lambda` or `alb`. */
  readonly targetType?: string | undefined;
  /** Protocol of the connections to the targets, e.g. `HTTP`. Absent for `lambda`. */
  readonly protocol?: string | undefined;
  /** Port of the targets. Absent for `lambda`. */
  readonly port?: number | undefined;
  /** ID of the VPC of the targets. Absent for `lambda`. */
  readonly vpcId?: string | undefined;
  /** Version of HTTP: `HTTP1`, `HTTP2` or `GRPC`. Absent for other protocols. */
  readonly protocolVersion?: string | undefined;
  /** ARN of the load balancer that routes to the group; at most one. */
  readonly loadBalancerArns: readonly string[];
  /** Whether health checks are enabled. Always enabled, except for `lambda`. */
  readonly healthCheckEnabled?: boolean | undefined;
  /** Protocol of the health checks, e.g. `HTTP` or `TCP`. */
  readonly healthCheckProtocol?: string | undefined;
  /** Path of HTTP and HTTPS health checks. */
  readonly healthCheckPath?: string | undefined;
  /** Port of the health checks, or `traffic-port` for the port of each target. */
  readonly healthCheckPort?: string | undefined;
  /** Time between two health checks of a target in seconds. */
  readonly healthCheckIntervalSeconds?: number | undefined;
  /** Timeout of a health check in seconds. */
  readonly healthCheckTimeoutSeconds?: number | undefined;
  /** Consecutive successful health checks until a target is healthy. */
  readonly healthyThresholdCount?: number | undefined;
  /** Consecutive failed health checks until a target is unhealthy. */
  readonly unhealthyThresholdCount?: number | undefined;
  /** HTTP status codes of a successful health check, e.g. `200-299`. */
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
