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
} from '@arch/core/builder';
import { balancingName, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { CreateTargetGroupCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { targetGroup, type TargetGroup } from './target-group.js';

/** Protocols of a target group. */
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
export type TargetGroupProtocol = (typeof targetGroupProtocols)[number];

export interface CreateTargetGroupInput extends AwsInput {
  /** 1–32 letters, digits and hyphens, once per region and account. */
  readonly name: string;
  /** Default `instance`. */
  readonly targetType?: 'instance' | 'ip' | 'lambda' | 'alb' | undefined;
  /** How targets are spoken to; for functions none. */
  readonly protocol?: TargetGroupProtocol | undefined;
  /** 1–65535; for functions none. */
  readonly port?: number | undefined;
  /** For functions none. */
  readonly vpcId?: string | undefined;
  /** Where a target is asked how it is, e.g. `/health`. AWS's default: `/`. */
  readonly healthCheckPath?: string | undefined;
  /** 5–300. AWS's default: 30, for functions 35. */
  readonly healthCheckIntervalSeconds?: number | undefined;
  /** 2–120, less than the interval. AWS's default: 5, and 6 or 10 for some protocols. */
  readonly healthCheckTimeoutSeconds?: number | undefined;
  /** 2–10. AWS's default: 5. */
  readonly healthyThresholdCount?: number | undefined;
  /** 2–10. AWS's default: 2. */
  readonly unhealthyThresholdCount?: number | undefined;
  /** The HTTP status codes of a success, e.g. `200-299`. AWS's default: 200. */
  readonly healthyStatusCodes?: string | undefined;
  readonly tags?: Tags | undefined;
}

const isComplete = ({ targetType = 'instance', protocol, port, vpcId }: CreateTargetGroupInput): boolean =>
  targetType === 'lambda'
    ? protocol === undefined && port === undefined && vpcId === undefined
    : protocol !== undefined && port !== undefined && vpcId !== undefined;

/**
 * Creates a target group; a listener routes to it. Repeating the call with the same settings gives the same group: its name makes it one.
 *
 * @example
 * const { targetGroupArn } = await createTargetGroup({ name: 'web', protocol: 'HTTP', port: 80, vpcId, healthCheckPath: '/health' });
 * @throws {AlreadyExistsError} there is one of that name with other settings.
 * @throws {QuotaExceededError} the account has as many as it may have.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
 */
export const createTargetGroup: Operation<CreateTargetGroupInput, TargetGroup> = operation(() => ({
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
      when: 'tags are given',
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
    tags: z.optional(tagRecord()),
  }).check(
    z.refine(isComplete, { error: 'protocol, port and vpcId, or none of them for a target group of a function' }),
  ),
  output: targetGroup(),
  request: ({ name, healthyStatusCodes, tags }) => ({
    Name: name,
    ...(healthyStatusCodes !== undefined && { Matcher: { HttpCode: healthyStatusCodes } }),
    ...(tags && { Tags: toTagList(tags) }),
  }),
  select: ({ TargetGroups }) => TargetGroups?.[0],
  creates: ({ targetGroupArn }) => [targetGroupArn],
}));
