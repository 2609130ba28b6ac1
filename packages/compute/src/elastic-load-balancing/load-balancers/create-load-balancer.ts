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
  type Open,
} from '@arch/core/builder';
import { balancingName, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { CreateLoadBalancerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { describeLoadBalancer } from './describe-load-balancer.js';
import { loadBalancer, type LoadBalancer } from './load-balancer.js';
import { waitForLoadBalancer } from './wait-for-load-balancer.js';

export interface CreateLoadBalancerInput extends AwsInput {
  /** Name, unique in the account and region: 1–32 letters, digits and hyphens. */
  readonly name: string;
  /** IDs of the subnets, one per Availability Zone. An application load balancer requires at least two Availability Zones. */
  readonly subnets: readonly string[];
  /** Type of the load balancer. Default: `application`. */
  readonly type?: Open<'application' | 'network' | 'gateway'> | undefined;
  /**
   * `internal`: only clients with access to the VPC can connect; `internet-facing`: clients on the internet can connect. Default:
   * `internal` (AWS's own default is `internet-facing`). Ignored for a gateway load balancer.
   */
  readonly scheme?: Open<'internal' | 'internet-facing'> | undefined;
  /** IDs of the security groups of an application or network load balancer. Default: the default security group of the VPC. */
  readonly securityGroups?: readonly string[] | undefined;
  /** IP addresses of the load balancer. Default: `ipv4`. */
  readonly ipAddressType?: Open<'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4'> | undefined;
  /** Tags of the load balancer. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a load balancer. It routes traffic only after it has a listener. Its default scheme is `internal`. With `wait: true` the call
 * resolves when the load balancer is active, which takes some minutes. AWS bills it by the hour. Idempotent: a call with the same settings
 * returns the existing load balancer.
 *
 * @example
 * const { loadBalancerArn, dnsName } = await createLoadBalancer({ name: 'web', subnets: subnetIds, scheme: 'internet-facing' }, { wait: true });
 * @throws {AlreadyExistsError} there is already a load balancer with this name and other settings.
 * @throws {QuotaExceededError} the account has reached its quota of load balancers.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 */
export const createLoadBalancer: WaitableOperation<
  CreateLoadBalancerInput,
  LoadBalancer,
  LoadBalancer,
  { on: 'loadBalancerArn'; with: 'tags' }
> = operation(() => ({
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
      with: 'tags',
    },
  ],
  input: input<CreateLoadBalancerInput>({
    name: balancingName(),
    subnets: z.array(ec2Id('subnet')).check(z.minLength(1)),
    type: z.optional(z.enum(['application', 'network', 'gateway'])),
    scheme: z.optional(z.enum(['internal', 'internet-facing'])),
    securityGroups: z.optional(z.array(ec2Id('sg'))),
    ipAddressType: z.optional(z.enum(['ipv4', 'dualstack', 'dualstack-without-public-ipv4'])),
    tags: z.optional(tagRecord({ isLimited: true })),
  }),
  output: loadBalancer(),
  // AWS rejects a scheme for a gateway load balancer.
  request: ({ name, subnets, type, scheme = 'internal', tags }) => ({
    Name: name,
    Subnets: [...subnets],
    ...(type !== 'gateway' && { Scheme: scheme as never }),
    ...(tags && { Tags: toTagList(tags) }),
  }),
  select: ({ LoadBalancers }) => LoadBalancers?.[0],
  creates: ({ loadBalancerArn }) => [loadBalancerArn],
  uses: [describeLoadBalancer],
  wait: ({ loadBalancerArn }, options) => waitForLoadBalancer({ loadBalancerArn, state: 'active' }, options),
}));
