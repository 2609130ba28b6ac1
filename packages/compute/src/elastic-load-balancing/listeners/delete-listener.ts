import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { balancingArn, elasticLoadBalancing } from '@arch/services/elastic-load-balancing';
import { DeleteListenerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';

export interface DeleteListenerInput extends AwsInput {
  /** ARN of the listener. */
  readonly listenerArn: string;
}

/**
 * Deletes a listener. Its target groups are not deleted.
 *
 * @example
 * await deleteListener(listenerArn);
 * @throws {NotFoundError} there is no such listener in this region.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteListener.html
 */
export const deleteListener: Operation<string | DeleteListenerInput, void, { on: 'listenerArn' }> = operation(() => ({
  name: 'deleteListener',
  service: elasticLoadBalancing,
  command: DeleteListenerCommand,
  permissions: [{ action: 'elasticloadbalancing:DeleteListener', resources: ['listener'] }],
  key: 'listenerArn',
  input: input<DeleteListenerInput>({ listenerArn: balancingArn() }),
  output: noOutput(),
  deletes: true,
}));
