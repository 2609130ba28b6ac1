import { type AwsInput, each, input, operation, type Operation, z } from '@arch/core/builder';
import { queueUrl, sqs } from '@arch/services/sqs';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';

import { receivedMessage, type ReceivedMessage } from './message.js';

/** The input of a receive request, with AWS's member names. */
export interface RequestReceivedInput extends AwsInput {
  readonly queueUrl: string;
  readonly maxNumberOfMessages: number;
  readonly waitTimeSeconds: number;
  readonly visibilityTimeout?: number | undefined;
  readonly receiveRequestAttemptId?: string | undefined;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
const receive = (name: string): Operation<RequestReceivedInput, readonly ReceivedMessage[]> =>
  operation(() => ({
    name,
    service: sqs,
    command: ReceiveMessageCommand,
    permissions: [{ action: 'sqs:ReceiveMessage', resources: ['queue'] }],
    key: 'queueUrl',
    input: input<RequestReceivedInput>({
      queueUrl: queueUrl(),
      maxNumberOfMessages: z.number(),
      waitTimeSeconds: z.number(),
      visibilityTimeout: z.optional(z.number()),
      receiveRequestAttemptId: z.optional(z.string()),
    }),
    output: each(receivedMessage()),
    request: ({ queueUrl }) => ({
      QueueUrl: queueUrl,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All' as const],
    }),
    select: ({ Messages }) => Messages ?? [],
  }));

/** Sends a receive request of `receiveMessages`. */
export const requestReceived: Operation<RequestReceivedInput, readonly ReceivedMessage[]> = receive('receiveMessages');
/** Sends a receive request of `consumeMessages`. */
export const requestConsumed: Operation<RequestReceivedInput, readonly ReceivedMessage[]> = receive('consumeMessages');
