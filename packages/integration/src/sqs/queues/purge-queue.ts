import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { queueUrl, sqs } from '@arch/services/sqs';
import { PurgeQueueCommand } from '@aws-sdk/client-sqs';

export interface PurgeQueueInput extends AwsInput {
  /** URL of the queue. */
  readonly queueUrl: string;
}

/**
 * Deletes all messages of a queue permanently. This takes up to 60 seconds, and may also delete messages that are sent in that time.
 *
 * @example
 * await purgeQueue('https://sqs.eu-west-1.amazonaws.com/123456789012/orders');
 * @throws {NotFoundError} there is no such queue in this region.
 * @throws {ConflictError} the queue was purged within the last 60 seconds.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html
 */
export const purgeQueue: Operation<string | PurgeQueueInput, void, { on: 'queueName' | 'queueUrl' }> = operation(
  () => ({
    name: 'purgeQueue',
    service: sqs,
    command: PurgeQueueCommand,
    repeatable: 'refused',
    permissions: [{ action: 'sqs:PurgeQueue', resources: ['queue'] }],
    key: 'queueUrl',
    input: input<PurgeQueueInput>({ queueUrl: queueUrl() }),
    output: noOutput(),
  }),
);
