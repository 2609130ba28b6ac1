import { type AwsInput, input, notFound, operation, type Operation, z } from '@arch/core/builder';
import { queueName, sqs } from '@arch/services/sqs';
import { GetQueueUrlCommand } from '@aws-sdk/client-sqs';

import { queueReference, type QueueReference } from './queue-reference.js';

export interface GetQueueUrlInput extends AwsInput {
  /** Name of the queue. */
  readonly queueName: string;
  /** ID of the account that owns the queue, 12 digits. Default: the account of the credentials. */
  readonly queueOwnerAwsAccountId?: string | undefined;
}

/**
 * Returns the URL of a queue, which is found by its name.
 *
 * @example
 * const { queueUrl } = await getQueueUrl('orders');
 * @throws {NotFoundError} there is no such queue in this region, or its policy does not allow `sqs:GetQueueUrl`.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html
 */
export const getQueueUrl: Operation<string | GetQueueUrlInput, QueueReference, { on: 'queueName' | 'queueUrl' }> =
  operation(() => ({
    name: 'getQueueUrl',
    service: sqs,
    command: GetQueueUrlCommand,
    permissions: [{ action: 'sqs:GetQueueUrl', resources: ['queue'] }],
    key: 'queueName',
    input: input<GetQueueUrlInput>({
      queueName: queueName(),
      queueOwnerAwsAccountId: z.optional(z.string().check(z.regex(/^\d{12}$/, 'an account ID of 12 digits'))),
    }),
    output: queueReference(),
    errors: {
      'AWS.SimpleQueueService.NonExistentQueue': notFound({ resource: 'queue', member: 'queueName' }),
      QueueDoesNotExist: notFound({ resource: 'queue', member: 'queueName' }),
    },
  }));
