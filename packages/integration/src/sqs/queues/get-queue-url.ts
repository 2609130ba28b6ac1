import { type AwsInput, input, notFound, operation, type Operation, z } from '@arch/core/builder';
import { queueName, sqs } from '@arch/services/sqs';
import { GetQueueUrlCommand } from '@aws-sdk/client-sqs';

import { queueReference, type QueueReference } from './queue-reference.js';

export interface GetQueueUrlInput extends AwsInput {
  readonly queueName: string;
  /** The account that has the queue, 12 digits. Default: the caller's. */
  readonly queueOwnerAwsAccountId?: string | undefined;
}

/**
 * Finds the URL of a queue by its name.
 *
 * @example
 * const { queueUrl } = await getQueueUrl('orders');
 * @throws {NotFoundError} there is no such queue in this region, or it does not let the caller know of it.
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
