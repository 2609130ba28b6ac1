import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DescribeLoadBalancersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { loadBalancer, type LoadBalancer } from './load-balancer.js';

export interface DescribeLoadBalancerInput extends AwsInput {
  /** ARN of the load balancer. */
  readonly loadBalancerArn: string;
}

/**
 * Describes one load balancer. Concurrent calls are joined into one request for up to 20 load balancers.
 *
 * @example
 * const { dnsName, state } = await describeLoadBalancer(loadBalancerArn);
 * @throws {NotFoundError} there is no such load balancer in this region.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html
 */
export const describeLoadBalancer: Operation<string | DescribeLoadBalancerInput, LoadBalancer> = operation(() => ({
  name: 'describeLoadBalancer',
  service: elasticLoadBalancing,
  command: DescribeLoadBalancersCommand,
  permissions: ['elasticloadbalancing:DescribeLoadBalancers'],
  key: 'loadBalancerArn',
  input: input<DescribeLoadBalancerInput>({ loadBalancerArn: balancingArn() }),
  output: loadBalancer(),
  absent: 'not-found',
  batch: {
    limit: 20,
    ids: 'LoadBalancerArns',
    items: ({ LoadBalancers }) => LoadBalancers,
    id: 'LoadBalancerArn',
  },
}));
