import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { queueUrl, sqs } from '@arch/services/sqs';
import { PurgeQueueCommand } from '@aws-sdk/client-sqs';

export interface PurgeQueueInput extends AwsInput {
  readonly queueUrl: string;
}

/**
 * Deletes all messages of a queue, for good. It takes up to 60 seconds; messages that are sent meanwhile may go too.
 *
 * @example
 * await purgeQueue('https://sqs.eu-west-1.amazonaws.com/123456789012/orders');
 * @throws {NotFoundError} there is no such queue in this region.
 * @throws {ConflictError} it was purged within the last 60 seconds.
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
