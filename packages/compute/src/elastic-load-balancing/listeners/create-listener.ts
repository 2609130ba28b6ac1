import {
  arn,
  type AwsInput,
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
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { CreateListenerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { type ListenerActionInput, listenerActionInput, toAction } from './listener-action-input.js';
import { listener, type Listener } from './listener.js';

/** The protocols of a listener. */
export const listenerProtocols = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'] as const;
export type ListenerProtocol = Open<(typeof listenerProtocols)[number]>;

export interface CreateListenerInput extends AwsInput {
  /** ARN of the load balancer. */
  readonly loadBalancerArn: string;
  /** Protocol of the connections from clients. Required, except for a gateway load balancer, which has none. */
  readonly protocol?: ListenerProtocol | undefined;
  /** Port, 1–65535. Required, except for a gateway load balancer, which has none. */
  readonly port?: number | undefined;
  /** Action for requests that no rule matches. */
  readonly defaultAction: ListenerActionInput;
  /** ARN of the default certificate, from ACM or IAM. Required for `HTTPS` and `TLS`, not allowed for other protocols. */
  readonly certificateArn?: string | undefined;
  /** Security policy of an `HTTPS` or `TLS` listener: its TLS versions and ciphers. Default: AWS selects a policy, which may change. */
  readonly sslPolicy?: string | undefined;
  /** Tags of the listener. */
  readonly tags?: Tags | undefined;
}

const hasCertificateIfTls = ({ protocol, certificateArn }: CreateListenerInput): boolean =>
  (protocol === 'HTTPS' || protocol === 'TLS') === (certificateArn !== undefined);

/**
 * Creates a listener, which accepts connections on a port of a load balancer. Idempotent: a call with the same settings returns the existing
 * listener.
 *
 * @example
 * await createListener({ loadBalancerArn, protocol: 'HTTP', port: 80, defaultAction: { targetGroupArn } });
 * @throws {AlreadyExistsError} the load balancer already has a listener on this port.
 * @throws {NotFoundError} there is no such load balancer or target group in this region.
 * @throws {ConflictError} the target group is already used by another load balancer.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html
 */
export const createListener: Operation<
  CreateListenerInput,
  Listener,
  { on: 'listenerArn' | 'loadBalancerArn'; with: 'tags' }
> = operation(() => ({
  name: 'createListener',
  service: elasticLoadBalancing,
  command: CreateListenerCommand,
  repeatable: true,
  permissions: [
    { action: 'elasticloadbalancing:CreateListener', resources: ['loadbalancer'] },
    {
      action: 'elasticloadbalancing:AddTags',
      resources: ['listener'],
      condition: { StringEquals: { 'elasticloadbalancing:CreateAction': 'CreateListener' } },
      with: 'tags',
    },
  ],
  input: input<CreateListenerInput>({
    loadBalancerArn: balancingArn(),
    protocol: z.optional(z.enum(listenerProtocols)),
    port: z.optional(z.int().check(z.gte(1), z.lte(65_535))),
    defaultAction: listenerActionInput(),
    certificateArn: z.optional(arn('acm', 'iam')),
    sslPolicy: z.optional(text(1, 256)),
    tags: z.optional(tagRecord({ isLimited: true })),
  }).check(
    z.refine(hasCertificateIfTls, { error: 'certificateArn for the protocols HTTPS and TLS, and only for these' }),
  ),
  output: listener(),
  request: ({ loadBalancerArn, defaultAction, certificateArn, tags }) => ({
    LoadBalancerArn: loadBalancerArn,
    DefaultActions: [toAction(defaultAction)],
    ...(certificateArn && { Certificates: [{ CertificateArn: certificateArn }] }),
    ...(tags && { Tags: toTagList(tags) }),
  }),
  select: ({ Listeners }) => Listeners?.[0],
  creates: ({ listenerArn }) => [listenerArn],
}));
