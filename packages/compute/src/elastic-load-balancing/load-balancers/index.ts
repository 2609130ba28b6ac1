export { createLoadBalancer, type CreateLoadBalancerInput } from './create-load-balancer.js';
export { deleteLoadBalancer, type DeleteLoadBalancerInput } from './delete-load-balancer.js';
export { describeLoadBalancer, type DescribeLoadBalancerInput } from './describe-load-balancer.js';
export { listLoadBalancers, type ListLoadBalancersInput } from './list-load-balancers.js';
export { type LoadBalancer, type LoadBalancerState, loadBalancerStates } from './load-balancer.js';
export { waitForLoadBalancer, type WaitForLoadBalancerInput } from './wait-for-load-balancer.js';
