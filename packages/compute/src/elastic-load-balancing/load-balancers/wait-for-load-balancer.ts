import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { balancingArn } from '@arch/services/elastic-load-balancing';

import { describeLoadBalancer } from './describe-load-balancer.js';
import type { LoadBalancer } from './load-balancer.js';

export interface WaitForLoadBalancerInput {
  /** ARN of the load balancer. */
  readonly loadBalancerArn: string;
  /** State to wait for. The wait also accepts `active_impaired`. */
  readonly state: 'active';
}

/**
 * Waits until a load balancer is active. A load balancer that failed ends the wait with AWS's reason.
 *
 * @example
 * await waitForLoadBalancer({ loadBalancerArn, state: 'active' });
 * @throws {WaitError} the load balancer failed.
 * @throws {DeadlineError} the load balancer was not active within 10 minutes, or within `timeoutMs`.
 * @throws {NotFoundError} there is no such load balancer in this region.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerState.html
 */
export const waitForLoadBalancer: Waiter<WaitForLoadBalancerInput, LoadBalancer> = waiter(() => ({
  name: 'waitForLoadBalancer',
  key: 'loadBalancerArn',
  input: input<WaitForLoadBalancerInput>({ loadBalancerArn: balancingArn(), state: z.literal('active') }),
  uses: [describeLoadBalancer],
  pollMs: 5_000,
  look: async ({ loadBalancerArn }, options): Promise<Observation<LoadBalancer>> => {
    const value = await describeLoadBalancer(loadBalancerArn, options);
    const { state, stateReason: reason } = value;
    if (state === 'failed') return { verdict: 'failed', state, reason, value };
    return { verdict: state === 'provisioning' ? 'pending' : 'reached', state, reason, value };
  },
}));
