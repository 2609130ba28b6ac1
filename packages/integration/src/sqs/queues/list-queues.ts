import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { sqs } from '@arch/services/sqs';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';

import { queueReference, type QueueReference } from './queue-reference.js';

export interface ListQueuesInput extends AwsInput {
  /** Prefix of the queue names, up to 80 characters. Case-sensitive. Default: all queues. */
  readonly queueNamePrefix?: string | undefined;
}

/**
 * Lists the URLs of the queues in the region, up to 1,000 in a request.
 *
 * @example
 * for await (const { queueUrl } of listQueues({ queueNamePrefix: 'orders' })) console.log(await describeQueue(queueUrl));
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html
 */
export const listQueues: ListOperation<ListQueuesInput, QueueReference> = listOperation(() => ({
  name: 'listQueues',
  service: sqs,
  command: ListQueuesCommand,
  permissions: ['sqs:ListQueues'],
  input: input<ListQueuesInput>({
    queueNamePrefix: z.optional(z.string().check(z.regex(/^[\w-]{1,80}$/, '1–80 letters, digits, - and _'))),
  }),
  item: queueReference(),
  items: ({ QueueUrls }) => QueueUrls?.map((QueueUrl) => ({ QueueUrl })),
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 1, most: 1_000 } },
}));
