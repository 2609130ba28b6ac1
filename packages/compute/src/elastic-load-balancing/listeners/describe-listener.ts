import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DescribeListenersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

import { listener, type Listener } from './listener.js';

export interface DescribeListenerInput extends AwsInput {
  /** ARN of the listener. */
  readonly listenerArn: string;
}

/**
 * Describes one listener. Concurrent calls are joined into one request for up to 20 listeners.
 *
 * @example
 * const { port, defaultActions } = await describeListener(listenerArn);
 * @throws {NotFoundError} there is no such listener in this region.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeListeners.html
 */
export const describeListener: Operation<string | DescribeListenerInput, Listener> = operation(() => ({
  name: 'describeListener',
  service: elasticLoadBalancing,
  command: DescribeListenersCommand,
  permissions: ['elasticloadbalancing:DescribeListeners'],
  key: 'listenerArn',
  input: input<DescribeListenerInput>({ listenerArn: balancingArn() }),
  output: listener(),
  absent: 'not-found',
  batch: { limit: 20, ids: 'ListenerArns', items: ({ Listeners }) => Listeners, id: 'ListenerArn' },
}));
