import { type AwsInput, input, operation, type Operation, secret, z } from '@arch/core/builder';
import { sns } from '@arch/services/sns';
import {
  BatchResultErrorEntry$,
  PublishBatchCommand,
  PublishBatchResponse$,
  PublishBatchResultEntry$,
} from '@aws-sdk/client-sns';

import { type BatchResponse, batchResponse } from '../../batches/batch-response.js';

/** The input of a batch request with up to ten messages. */
export interface RequestPublishBatchInput extends AwsInput {
  readonly topicArn: string;
  readonly publishBatchRequestEntries: readonly object[];
}

/** Sends a batch request of `publishMessages`. https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html */
export const requestPublishBatch: Operation<RequestPublishBatchInput, BatchResponse> = operation(() => ({
  name: 'publishMessages',
  service: sns,
  command: PublishBatchCommand,
  repeatable: true,
  permissions: [{ action: 'sns:Publish', resources: ['topic'] }],
  key: 'topicArn',
  input: input<RequestPublishBatchInput>({
    topicArn: z.string(),
    publishBatchRequestEntries: secret(z.array(z.custom<object>())),
  }),
  output: batchResponse({
    response: PublishBatchResponse$,
    accepted: PublishBatchResultEntry$,
    rejected: BatchResultErrorEntry$,
  }),
}));
