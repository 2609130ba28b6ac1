import { type AwsInput, input, nothing, operation, type Operation, z } from '@arch/core/builder';
import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';

import { queueUrl } from '../clients/queue-ids.js';
import { sqs } from '../clients/sqs.js';
import { receiptHandle } from './delete-message.js';

export interface ChangeMessageVisibilityInput extends AwsInput {
  readonly queueUrl: string;
  /** Of the latest receive of the message. */
  readonly receiptHandle: string;
  /** For how long from now it is hidden from others, 0–43,200 (12 hours, counted from the receive). 0: it can be received at once. */
  readonly visibilityTimeoutSeconds: number;
}

/**
 * Hides a message that was received for longer, or gives it back at once.
 *
 * @example
 * await changeMessageVisibility({ queueUrl, receiptHandle, visibilityTimeoutSeconds: 600 });
 * @throws {ConflictError} the message is visible again, or deleted.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html
 */
export const changeMessageVisibility: Operation<ChangeMessageVisibilityInput, void> = operation(() => ({
  name: 'changeMessageVisibility',
  service: sqs,
  command: ChangeMessageVisibilityCommand,
  permissions: [{ action: 'sqs:ChangeMessageVisibility', resources: ['queue'] }],
  input: input<ChangeMessageVisibilityInput>({
    queueUrl: queueUrl(),
    receiptHandle: receiptHandle(),
    visibilityTimeoutSeconds: z.int().check(z.gte(0), z.lte(43_200)),
  }),
  output: nothing(),
  request: ({ queueUrl, receiptHandle, visibilityTimeoutSeconds }) => ({
    QueueUrl: queueUrl,
    ReceiptHandle: receiptHandle,
    VisibilityTimeout: visibilityTimeoutSeconds,
  }),
}));
