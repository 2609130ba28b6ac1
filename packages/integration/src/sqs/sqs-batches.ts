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

import { type BatchResponse, batchResponse } from '../batches/batch-response.js';

/** The input of a batch request. The entries have AWS's member names. */
export interface SqsBatch extends AwsInput {
  readonly queueUrl: string;
  readonly entries: readonly object[];
}

const batchInput = (): z.ZodMiniType<SqsBatch> =>
  input<SqsBatch>({ queueUrl: queueUrl(), entries: secret(z.array(z.custom<object>())) });

// The three batch operations have the same response, except that SendMessageBatch returns further members.
const sqsBatchResponse = (): ReturnType<typeof batchResponse> =>
  batchResponse({
    response: SendMessageBatchResult$,
    accepted: SendMessageBatchResultEntry$,
    rejected: BatchResultErrorEntry$,
  });

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
export const sendMessageBatch: Operation<SqsBatch, BatchResponse> = operation(() => ({
  name: 'sendMessages',
  service: sqs,
  command: SendMessageBatchCommand,
  repeatable: true,
  permissions: [{ action: 'sqs:SendMessage', resources: ['queue'] }],
  key: 'queueUrl',
  input: batchInput(),
  output: sqsBatchResponse(),
}));

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html */
const deleteBatch = (name: string): Operation<SqsBatch, BatchResponse> =>
  operation(() => ({
    name,
    service: sqs,
    command: DeleteMessageBatchCommand,
    permissions: [{ action: 'sqs:DeleteMessage', resources: ['queue'] }],
    key: 'queueUrl',
    input: batchInput(),
    output: sqsBatchResponse(),
    deletes: false,
  }));

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html */
const visibilityBatch = (name: string): Operation<SqsBatch, BatchResponse> =>
  operation(() => ({
    name,
    service: sqs,
    command: ChangeMessageVisibilityBatchCommand,
    permissions: [{ action: 'sqs:ChangeMessageVisibility', resources: ['queue'] }],
    key: 'queueUrl',
    input: batchInput(),
    output: sqsBatchResponse(),
  }));

// Each operation has the name of the function that the user calls, because its errors contain it.
export const deleteMessageBatch: Operation<SqsBatch, BatchResponse> = deleteBatch('deleteMessages');
export const deleteConsumed: Operation<SqsBatch, BatchResponse> = deleteBatch('consumeMessages');
export const hideConsumed: Operation<SqsBatch, BatchResponse> = visibilityBatch('consumeMessages');
export const hideReceived: Operation<SqsBatch, BatchResponse> = visibilityBatch('receiveMessages');
