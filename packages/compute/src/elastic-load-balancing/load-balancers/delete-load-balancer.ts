import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DeleteLoadBalancerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

export interface DeleteLoadBalancerInput extends AwsInput {
  /** ARN of the load balancer. */
  readonly loadBalancerArn: string;
}

/**
 * Deletes a load balancer and its listeners. Its targets continue to run. Succeeds if the load balancer does not exist.
 *
 * @example
 * await deleteLoadBalancer(loadBalancerArn);
 * @throws {ConflictError} deletion protection is enabled.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteLoadBalancer.html
 */
export const deleteLoadBalancer: Operation<string | DeleteLoadBalancerInput, void, { on: 'loadBalancerArn' }> =
  operation(() => ({
    name: 'deleteLoadBalancer',
    service: elasticLoadBalancing,
    command: DeleteLoadBalancerCommand,
    permissions: [{ action: 'elasticloadbalancing:DeleteLoadBalancer', resources: ['loadbalancer'] }],
    key: 'loadBalancerArn',
    input: input<DeleteLoadBalancerInput>({ loadBalancerArn: balancingArn() }),
    output: noOutput(),
    deletes: true,
  }));
