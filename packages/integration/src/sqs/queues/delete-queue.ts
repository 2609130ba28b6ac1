import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { queueUrl, sqs } from '@arch/services/sqs';
import { DeleteQueueCommand } from '@aws-sdk/client-sqs';

export interface DeleteQueueInput extends AwsInput {
  /** URL of the queue. */
  readonly queueUrl: string;
}

/**
 * Deletes a queue and all its messages permanently. The deletion takes up to 60 seconds, in which messages may still be sent and received.
 * After that, a queue with the same name can be created. The dead-letter queue is not deleted.
 *
 * @example
 * await deleteQueue('https://sqs.eu-west-1.amazonaws.com/123456789012/orders');
 * @throws {NotFoundError} there is no such queue in this region.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html
 */
export const deleteQueue: Operation<string | DeleteQueueInput, void, { on: 'queueName' | 'queueUrl' }> = operation(
  () => ({
    name: 'deleteQueue',
    service: sqs,
    command: DeleteQueueCommand,
    permissions: [{ action: 'sqs:DeleteQueue', resources: ['queue'] }],
    key: 'queueUrl',
    input: input<DeleteQueueInput>({ queueUrl: queueUrl() }),
    output: noOutput(),
    deletes: true,
  }),
);
