import {
  type AwsInput,
  ec2Id,
  input,
  operation,
  tagRecord,
  type Tags,
  toTagList,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { balancingName, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { CreateLoadBalancerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { describeLoadBalancer } from './describe-load-balancer.js';
import { loadBalancer, type LoadBalancer } from './load-balancer.js';
import { waitForLoadBalancer } from './wait-for-load-balancer.js';

export interface CreateLoadBalancerInput extends AwsInput {
  /** 1–32 letters, digits and hyphens, once per region and account. */
  readonly name: string;
  /** For an application load balancer of at least two Availability Zones, one of each. */
  readonly subnets: readonly string[];
  /** Default `application`. */
  readonly type?: 'application' | 'network' | 'gateway' | undefined;
  /** `internal`, as is the default here, is reached from within the VPC only; `internet-facing` from everywhere. AWS's default is the latter. */
  readonly scheme?: 'internal' | 'internet-facing' | undefined;
  /** Default: the VPC's default security group. */
  readonly securityGroups?: readonly string[] | undefined;
  readonly ipAddressType?: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4' | undefined;
  readonly tags?: Tags | undefined;
}

/**
 * Creates a load balancer; it routes nothing before it has a listener. It is `internal` unless you say `internet-facing`. With `wait: true`
 * it resolves when it is active, which takes AWS some minutes. AWS bills it by the hour. Repeating the call with the same settings gives the
 * same load balancer: its name makes it one.
 *
 * @example
 * const { loadBalancerArn, dnsName } = await createLoadBalancer({ name: 'web', subnets: subnetIds, scheme: 'internet-facing' }, { wait: true });
 * @throws {AlreadyExistsError} there is one of that name with other settings.
 * @throws {QuotaExceededError} the account has as many as it may have.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 */
export const createLoadBalancer: WaitableOperation<CreateLoadBalancerInput, LoadBalancer, LoadBalancer> = operation(
  () => ({
    name: 'createLoadBalancer',
    service: elasticLoadBalancing,
    command: CreateLoadBalancerCommand,
    repeatable: true,
    permissions: [
      { action: 'elasticloadbalancing:CreateLoadBalancer', resources: ['loadbalancer'] },
      {
        action: 'elasticloadbalancing:AddTags',
        resources: ['loadbalancer'],
        condition: { StringEquals: { 'elasticloadbalancing:CreateAction': 'CreateLoadBalancer' } },
        when: 'tags are given',
      },
    ],
    input: input<CreateLoadBalancerInput>({
      name: balancingName(),
      subnets: z.array(ec2Id('subnet')).check(z.minLength(1)),
      type: z.optional(z.enum(['application', 'network', 'gateway'])),
      scheme: z.optional(z.enum(['internal', 'internet-facing'])),
      securityGroups: z.optional(z.array(ec2Id('sg'))),
      ipAddressType: z.optional(z.enum(['ipv4', 'dualstack', 'dualstack-without-public-ipv4'])),
      tags: z.optional(tagRecord()),
    }),
    output: loadBalancer(),
    // A gateway load balancer has no scheme.
    request: ({ name, subnets, type, scheme = 'internal', tags }) => ({
      Name: name,
      Subnets: [...subnets],
      ...(type !== 'gateway' && { Scheme: scheme }),
      ...(tags && { Tags: toTagList(tags) }),
    }),
    select: ({ LoadBalancers }) => LoadBalancers?.[0],
    creates: ({ loadBalancerArn }) => [loadBalancerArn],
    uses: [describeLoadBalancer],
    wait: ({ loadBalancerArn }, options) => waitForLoadBalancer({ loadBalancerArn, state: 'active' }, options),
  }),
);
