import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { balancingName, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DescribeLoadBalancersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { loadBalancer, type LoadBalancer } from './load-balancer.js';

export interface ListLoadBalancersInput extends AwsInput {
  /** Lists only the load balancers with these names, up to 20. The listing fails if one does not exist. Default: all. */
  readonly names?: readonly string[] | undefined;
}

/**
 * Lists load balancers.
 *
 * @example
 * for await (const { loadBalancerName, dnsName } of listLoadBalancers()) console.log(loadBalancerName, dnsName);
 * @throws {NotFoundError} there is no load balancer with one of the names.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html
 */
export const listLoadBalancers: ListOperation<ListLoadBalancersInput, LoadBalancer> = listOperation(() => ({
  name: 'listLoadBalancers',
  service: elasticLoadBalancing,
  command: DescribeLoadBalancersCommand,
  permissions: ['elasticloadbalancing:DescribeLoadBalancers'],
  input: input<ListLoadBalancersInput>({
    names: z.optional(z.array(balancingName()).check(z.minLength(1), z.maxLength(20))),
  }),
  item: loadBalancer(),
  items: ({ LoadBalancers }) => LoadBalancers,
  pages: { token: 'Marker', next: 'NextMarker' },
}));
