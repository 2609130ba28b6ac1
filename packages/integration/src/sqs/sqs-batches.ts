import { type AwsInput, input, operation, type Operation, secret, z } from '@arch/core/builder';
import { queueUrl, sqs } from '@arch/services/sqs';
import {
  BatchResultErrorEntry$,
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  SendMessageBatchCommand,
  SendMessageBatchResult$,
  SendMessageBatchResultEntry$,
} from '@aws-sdk/client-sqs';

import { type BatchAnswer, batchAnswer } from '../batches/batch-answer.js';

/** Up to ten entries for a queue, by AWS's member names in camelCase. */
export interface SqsBatch extends AwsInput {
  readonly queueUrl: string;
  readonly entries: readonly object[];
}

const batchInput = (): z.ZodMiniType<SqsBatch> =>
  input<SqsBatch>({ queueUrl: queueUrl(), entries: secret(z.array(z.custom<object>())) });

// The answers to all three are alike; those of sent messages have a few members more.
const sqsBatchAnswer = (): ReturnType<typeof batchAnswer> =>
  batchAnswer({
    answer: SendMessageBatchResult$,
    taken: SendMessageBatchResultEntry$,
    refused: BatchResultErrorEntry$,
  });

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
export const sendMessageBatch: Operation<SqsBatch, BatchAnswer> = operation(() => ({
  name: 'sendMessages',
  service: sqs,
  command: SendMessageBatchCommand,
  repeatable: true,
  permissions: [{ action: 'sqs:SendMessage', resources: ['queue'] }],
  key: 'queueUrl',
  input: batchInput(),
  output: sqsBatchAnswer(),
}));

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html */
const deleteBatch = (name: string): Operation<SqsBatch, BatchAnswer> =>
  operation(() => ({
    name,
    service: sqs,
    command: DeleteMessageBatchCommand,
    permissions: [{ action: 'sqs:DeleteMessage', resources: ['queue'] }],
    key: 'queueUrl',
    input: batchInput(),
    output: sqsBatchAnswer(),
    deletes: false,
  }));

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html */
const visibilityBatch = (name: string): Operation<SqsBatch, BatchAnswer> =>
  operation(() => ({
    name,
    service: sqs,
    command: ChangeMessageVisibilityBatchCommand,
    permissions: [{ action: 'sqs:ChangeMessageVisibility', resources: ['queue'] }],
    key: 'queueUrl',
    input: batchInput(),
    output: sqsBatchAnswer(),
  }));

// Each is named after the function that the user calls: its errors say that name.
export const deleteMessageBatch: Operation<SqsBatch, BatchAnswer> = deleteBatch('deleteMessages');
export const deleteConsumed: Operation<SqsBatch, BatchAnswer> = deleteBatch('consumeMessages');
export const hideConsumed: Operation<SqsBatch, BatchAnswer> = visibilityBatch('consumeMessages');
export const hideReceived: Operation<SqsBatch, BatchAnswer> = visibilityBatch('receiveMessages');
