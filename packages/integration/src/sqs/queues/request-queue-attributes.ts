import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { queueUrl, sqs } from '@arch/services/sqs';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';

import { type QueueAttributes, queueAttributes } from './queue.js';

/** The input of `requestQueueAttributes`. */
export interface RequestQueueAttributesInput extends AwsInput {
  readonly queueUrl: string;
}

/** Sends the request of `describeQueue`. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export const requestQueueAttributes: Operation<string | RequestQueueAttributesInput, QueueAttributes> = operation(
  () => ({
    name: 'describeQueue',
    service: sqs,
    command: GetQueueAttributesCommand,
    permissions: [{ action: 'sqs:GetQueueAttributes', resources: ['queue'] }],
    key: 'queueUrl',
    input: input<RequestQueueAttributesInput>({ queueUrl: queueUrl() }),
    output: queueAttributes(),
    request: ({ queueUrl }) => ({ QueueUrl: queueUrl, AttributeNames: ['All' as const] }),
  }),
);
