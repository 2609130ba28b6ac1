import { type AwsInput, input, listOperation, type ListOperation } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DescribeListenersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { listener, type Listener } from './listener.js';

export interface ListListenersInput extends AwsInput {
  /** ARN of the load balancer. */
  readonly loadBalancerArn: string;
}

/**
 * Lists the listeners of a load balancer.
 *
 * @example
 * for await (const { protocol, port } of listListeners({ loadBalancerArn })) console.log(protocol, port);
 * @throws {NotFoundError} there is no such load balancer in this region.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeListeners.html
 */
export const listListeners: ListOperation<ListListenersInput, Listener> = listOperation(() => ({
  name: 'listListeners',
  service: elasticLoadBalancing,
  command: DescribeListenersCommand,
  permissions: ['elasticloadbalancing:DescribeListeners'],
  input: input<ListListenersInput>({ loadBalancerArn: balancingArn() }),
  item: listener(),
  items: ({ Listeners }) => Listeners,
  pages: { token: 'Marker', next: 'NextMarker' },
}));
