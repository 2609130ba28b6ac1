import { input, operation, type Operation, tagRecord, type Tags, type AwsInput, z } from '@arch/core/builder';
import { queueName, sqs } from '@arch/services/sqs';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';

import { queueReference, type QueueReference } from './queue-reference.js';

/** The queue to create, with SQS's attributes. */
export interface RequestQueueInput extends AwsInput {
  readonly queueName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags?: Tags | undefined;
}

/** Sends the request that creates a queue. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
export const requestQueue: Operation<RequestQueueInput, QueueReference> = operation(() => ({
  service: sqs,
  command: CreateQueueCommand,
  repeatable: true,
  permissions: [
    { action: 'sqs:CreateQueue', resources: ['queue'] },
    { action: 'sqs:TagQueue', resources: ['queue'], with: 'tags' },
  ],
  input: input<RequestQueueInput>({
    queueName: queueName(),
    attributes: z.record(z.string(), z.string()),
    tags: z.optional(tagRecord()),
  }),
  output: queueReference(),
  creates: ({ queueUrl, queueName }) => [queueUrl, queueName],
}));
