import { type AwsInput, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { queueName, queueUrl } from '@arch/services/sqs';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';

import { getQueueUrl } from './get-queue-url.js';
import type { Queue } from './queue.js';
import { nameInUrl } from './queue-reference.js';
import { requestQueueAttributes } from './request-queue-attributes.js';

export interface DescribeQueueInput extends AwsInput {
  /** URL or name of the queue. A name requires one request more. */
  readonly queueUrl: string;
}

/**
 * Describes a queue: its settings, and estimates of the numbers of messages. Changes of settings are visible after up to 60 seconds.
 *
 * @example
 * const { approximateNumberOfMessages, deadLetterQueue } = await describeQueue('orders');
 * @throws {NotFoundError} there is no such queue in this region.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
 */
export const describeQueue: Operation<string | DescribeQueueInput, Queue, { on: 'queueName' | 'queueUrl' }> = task(
  () => ({
    name: 'describeQueue',
    key: 'queueUrl',
    input: input<DescribeQueueInput>({ queueUrl: z.union([queueUrl(), queueName()]) }),
    uses: [requestQueueAttributes, getQueueUrl],
    timeoutMs: 60_000,
    run: async ({ queueUrl: urlOrName, aws }, options) => {
      checkAwsMembers('describeQueue', GetQueueAttributesCommand, aws);
      const queueUrl = urlOrName.includes('/') ? urlOrName : (await getQueueUrl(urlOrName, options)).queueUrl;
      const attributes = await requestQueueAttributes({ queueUrl, aws }, options);
      const queue = { queueUrl, queueName: nameInUrl(queueUrl), ...attributes };
      return Object.defineProperty(queue, 'aws', { value: attributes.aws, enumerable: false }) as Queue;
    },
  }),
);
