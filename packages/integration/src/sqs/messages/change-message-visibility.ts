import {
  type AwsInput,
  type CallOptions,
  type DeclaredFunction,
  input,
  noOutput,
  operation,
  type Operation,
  overloaded,
  z,
} from '@arch/core/builder';
import { queueUrl, sqs } from '@arch/services/sqs';
import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';

import { receiptHandle, receiptOf } from './delete-message.js';
import type { Message } from './message.js';

export interface ChangeMessageVisibilityInput extends AwsInput {
  /** URL of the queue. */
  readonly queueUrl: string;
  /** Receipt handle of the last receive of the message. */
  readonly receiptHandle: string;
  /**
   * New visibility timeout, in seconds from now, 0–43,200. The total time since the receive is limited to 12 hours. 0 makes the message
   * visible immediately.
   */
  readonly visibilityTimeoutSeconds: number;
}

/** A function whose arguments are a received message and seconds, or an input. */
export interface ChangeMessageVisibility extends DeclaredFunction<{ on: 'queueName' | 'queueUrl' }> {
  (message: Message<unknown>, visibilityTimeoutSeconds: number, options?: CallOptions): Promise<void>;
  (input: ChangeMessageVisibilityInput, options?: CallOptions): Promise<void>;
}

const change: Operation<ChangeMessageVisibilityInput, void> = operation(() => ({
  name: 'changeMessageVisibility',
  service: sqs,
  command: ChangeMessageVisibilityCommand,
  permissions: [{ action: 'sqs:ChangeMessageVisibility', resources: ['queue'] }],
  input: input<ChangeMessageVisibilityInput>({
    queueUrl: queueUrl(),
    receiptHandle: receiptHandle(),
    visibilityTimeoutSeconds: z.int().check(z.gte(0), z.lte(43_200)),
  }),
  output: noOutput(),
  request: ({ queueUrl, receiptHandle, visibilityTimeoutSeconds }) => ({
    QueueUrl: queueUrl,
    ReceiptHandle: receiptHandle,
    VisibilityTimeout: visibilityTimeoutSeconds,
  }),
}));

/**
 * Changes the visibility timeout of a received message: hides it for longer, or returns it to the queue immediately.
 *
 * @example
 * for await (const message of receiveMessages({ queueUrl, stopWhenEmpty: true })) await changeMessageVisibility(message, 600);
 * @throws {ConflictError} the message is visible again, or was deleted.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html
 */
export const changeMessageVisibility: ChangeMessageVisibility = overloaded(
  change,
  (given: ChangeMessageVisibilityInput | Message<unknown>, secondsOrOptions?: unknown, options?: CallOptions) => {
    const isInput = secondsOrOptions === undefined || typeof secondsOrOptions === 'object';
    if (isInput) return change(given as ChangeMessageVisibilityInput, secondsOrOptions as CallOptions | undefined);
    const receipt = receiptOf(given) as ChangeMessageVisibilityInput;
    return change({ ...receipt, visibilityTimeoutSeconds: secondsOrOptions as number }, options);
  },
);
