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
} from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { CreateListenerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { type ListenerActionInput, listenerActionInput, toAction } from './listener-action-input.js';
import { listener, type Listener } from './listener.js';

/** Protocols of a listener. */
export const listenerProtocols = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'] as const;
export type ListenerProtocol = (typeof listenerProtocols)[number];

export interface CreateListenerInput extends AwsInput {
  readonly loadBalancerArn: string;
  /** Not for a gateway load balancer. */
  readonly protocol?: ListenerProtocol | undefined;
  /** 1–65535. Not for a gateway load balancer. */
  readonly port?: number | undefined;
  /** What is done with requests for which no rule is. */
  readonly defaultAction: ListenerActionInput;
  /** Needed for `HTTPS` and `TLS`: a certificate of ACM or IAM. */
  readonly certificateArn?: string | undefined;
  /** Default: AWS's, which AWS renews from time to time. */
  readonly sslPolicy?: string | undefined;
  readonly tags?: Tags | undefined;
}

const hasCertificate = ({ protocol, certificateArn }: CreateListenerInput): boolean =>
  (protocol === 'HTTPS' || protocol === 'TLS') === (certificateArn !== undefined);

/**
 * Creates a listener: what a load balancer takes on a port, and what it does with it. Repeating the call with the same settings gives the
 * same listener: its port makes it one.
 *
 * @example
 * await createListener({ loadBalancerArn, protocol: 'HTTP', port: 80, defaultAction: { targetGroupArn } });
 * @throws {AlreadyExistsError} the load balancer has a listener on that port.
 * @throws {NotFoundError} there is no such load balancer or target group in this region.
 * @throws {ConflictError} the target group belongs to another load balancer already.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html
 */
export const createListener: Operation<CreateListenerInput, Listener> = operation(() => ({
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
      when: 'tags are given',
    },
  ],
  input: input<CreateListenerInput>({
    loadBalancerArn: balancingArn(),
    protocol: z.optional(z.enum(listenerProtocols)),
    port: z.optional(z.int().check(z.gte(1), z.lte(65_535))),
    defaultAction: listenerActionInput(),
    certificateArn: z.optional(arn('(?:acm|iam)')),
    sslPolicy: z.optional(text(1, 256)),
    tags: z.optional(tagRecord()),
  }).check(z.refine(hasCertificate, { error: 'a certificateArn for HTTPS and TLS only' })),
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
