import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { queueUrl, sqs } from '@arch/services/sqs';
import { DeleteQueueCommand } from '@aws-sdk/client-sqs';

export interface DeleteQueueInput extends AwsInput {
  readonly queueUrl: string;
}

/**
 * Deletes a queue with all of its messages, for good. It takes up to 60 seconds, in which it may still take and give messages; only then can
 * a queue of the same name be made. Its dead-letter queue stays.
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
