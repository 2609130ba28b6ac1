import {
  type AwsInput,
  ec2Id,
  input,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  text,
  toTagList,
  z,
  type Open,
} from '@arch/core/builder';
import { balancingName, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { CreateTargetGroupCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { targetGroup, type TargetGroup } from './target-group.js';

/** The protocols of a target group. */
export const targetGroupProtocols = [
  'HTTP',
  'HTTPS',
  'TCP',
  'TLS',
  'UDP',
  'TCP_UDP',
  'GENEVE',
  'QUIC',
  'TCP_QUIC',
] as const;
export type TargetGroupProtocol = Open<(typeof targetGroupProtocols)[number]>;

export interface CreateTargetGroupInput extends AwsInput {
  /** Name, unique in the account and region: 1–32 letters, digits and hyphens. */
  readonly name: string;
  /** Type of the targets. Default: `instance`. */
  readonly targetType?: Open<'instance' | 'ip' | 'lambda' | 'alb'> | undefined;
  /** Protocol of the connections to the targets. Required, except for `lambda`, which has none. */
  readonly protocol?: TargetGroupProtocol | undefined;
  /** Port of the targets, 1–65535. Required, except for `lambda`, which has none. */
  readonly port?: number | undefined;
  /** ID of the VPC of the targets. Required, except for `lambda`, which has none. */
  readonly vpcId?: string | undefined;
  /** Path of HTTP and HTTPS health checks, e.g. `/health`. Default: `/`. */
  readonly healthCheckPath?: string | undefined;
  /** Time between two health checks of a target in seconds, 5–300. Default: 30; 35 for `lambda`; 10 for `GENEVE`. */
  readonly healthCheckIntervalSeconds?: number | undefined;
  /** Timeout of a health check in seconds, 2–120, less than the interval. Default: 5 to 30, depending on protocol and type. */
  readonly healthCheckTimeoutSeconds?: number | undefined;
  /** Consecutive successful health checks until a target is healthy, 2–10. Default: 5. */
  readonly healthyThresholdCount?: number | undefined;
  /** Consecutive failed health checks until a target is unhealthy, 2–10. Default: 2; 5 for `lambda`. */
  readonly unhealthyThresholdCount?: number | undefined;
  /** HTTP status codes of a successful health check, e.g. `200-299`. Default: `200`. */
  readonly healthyStatusCodes?: string | undefined;
  /** Tags of the target group. */
  readonly tags?: Tags | undefined;
}

const fitsTargetType = ({ targetType = 'instance', protocol, port, vpcId }: CreateTargetGroupInput): boolean =>
  targetType === 'lambda'
    ? protocol === undefined && port === undefined && vpcId === undefined
    : protocol !== undefined && port !== undefined && vpcId !== undefined;

/**
 * Creates a target group, to which a listener can forward requests. Idempotent: a call with the same settings returns the existing target
 * group.
 *
 * @example
 * const { targetGroupArn } = await createTargetGroup({ name: 'web', protocol: 'HTTP', port: 80, vpcId, healthCheckPath: '/health' });
 * @throws {AlreadyExistsError} there is already a target group with this name and other settings.
 * @throws {QuotaExceededError} the account has reached its quota of target groups.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
 */
export const createTargetGroup: Operation<CreateTargetGroupInput, TargetGroup, { on: 'targetGroupArn'; with: 'tags' }> =
  operation(() => ({
    name: 'createTargetGroup',
    service: elasticLoadBalancing,
    command: CreateTargetGroupCommand,
    repeatable: true,
    permissions: [
      { action: 'elasticloadbalancing:CreateTargetGroup', resources: ['targetgroup'] },
      {
        action: 'elasticloadbalancing:AddTags',
        resources: ['targetgroup'],
        condition: { StringEquals: { 'elasticloadbalancing:CreateAction': 'CreateTargetGroup' } },
        with: 'tags',
      },
    ],
    input: input<CreateTargetGroupInput>({
      name: balancingName(),
      targetType: z.optional(z.enum(['instance', 'ip', 'lambda', 'alb'])),
      protocol: z.optional(z.enum(targetGroupProtocols)),
      port: z.optional(z.int().check(z.gte(1), z.lte(65_535))),
      vpcId: z.optional(ec2Id('vpc')),
      healthCheckPath: z.optional(text(1, 1_024)),
      healthCheckIntervalSeconds: z.optional(z.int().check(z.gte(5), z.lte(300))),
      healthCheckTimeoutSeconds: z.optional(z.int().check(z.gte(2), z.lte(120))),
      healthyThresholdCount: z.optional(z.int().check(z.gte(2), z.lte(10))),
      unhealthyThresholdCount: z.optional(z.int().check(z.gte(2), z.lte(10))),
      healthyStatusCodes: z.optional(text(3, 255)),
      tags: z.optional(tagRecord({ isLimited: true })),
    }).check(z.refine(fitsTargetType, { error: 'protocol, port and vpcId; for targetType lambda none of them' })),
    output: targetGroup(),
    request: ({ name, healthyStatusCodes, tags }) => ({
      Name: name,
      ...(healthyStatusCodes !== undefined && { Matcher: { HttpCode: healthyStatusCodes } }),
      ...(tags && { Tags: toTagList(tags) }),
    }),
    select: ({ TargetGroups }) => TargetGroups?.[0],
    creates: ({ targetGroupArn }) => [targetGroupArn],
  }));
