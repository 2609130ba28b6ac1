import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DeleteLoadBalancerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

export interface DeleteLoadBalancerInput extends AwsInput {
  readonly loadBalancerArn: string;
}

/**
 * Deletes a load balancer with its listeners; its targets go on running. One that is not there is no error.
 *
 * @example
 * await deleteLoadBalancer(loadBalancerArn);
 * @throws {ConflictError} its deletion protection is on.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteLoadBalancer.html
 */
export const deleteLoadBalancer: Operation<string | DeleteLoadBalancerInput, void> = operation(() => ({
  name: 'deleteLoadBalancer',
  service: elasticLoadBalancing,
  command: DeleteLoadBalancerCommand,
  permissions: [{ action: 'elasticloadbalancing:DeleteLoadBalancer', resources: ['loadbalancer'] }],
  key: 'loadBalancerArn',
  input: input<DeleteLoadBalancerInput>({ loadBalancerArn: balancingArn() }),
  output: noOutput(),
  deletes: true,
}));
