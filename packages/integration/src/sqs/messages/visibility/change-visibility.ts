import { ArchError } from '@arch/core';
import type { CallOptions, Operation } from '@arch/core/builder';

import { type BatchResponse, type RejectedEntry, withIds } from '../../../batches/batch-response.js';
import type { SqsBatch } from '../../sqs-batches.js';
import type { ReceivedMessage } from '../message.js';

/** The settings with which messages are hidden from other consumers. */
export interface Hiding {
  /** The function that the user called. */
  readonly operation: string;
  readonly queueUrl: string;
  readonly request: Operation<SqsBatch, BatchResponse>;
  /**
   * The seconds for which a message is hidden each time. Absent: messages are not hidden again. A function is called once, when the handling
   * of a message takes half a second: shorter handling costs no request.
   */
  readonly seconds?: number | (() => Promise<number>) | undefined;
}

/** A message and the seconds until it is visible. */
export interface VisibilityChange {
  readonly message: ReceivedMessage;
  readonly seconds: number;
}

/** Changes the visibility timeouts of messages, up to ten in a request. Returns the errors of the failed changes. */
export const changeVisibility = async (
  { operation, queueUrl, request }: Hiding,
  wanted: readonly VisibilityChange[],
  options: CallOptions,
): Promise<ReadonlyMap<ReceivedMessage, unknown>> => {
  const failures = new Map<ReceivedMessage, unknown>();
  for (let from = 0; from < wanted.length; from += 10) {
    const some = wanted.slice(from, from + 10);
    const entries = withIds(
      some.map(({ message, seconds }) => ({ ReceiptHandle: message.receiptHandle, VisibilityTimeout: seconds })),
    );
    try {
      const { failed } = await request({ queueUrl, entries }, options);
      for (const entry of failed) failures.set(some[Number(entry.id)]!.message, rejection(operation, entry));
    } catch (error) {
      for (const { message } of some) failures.set(message, error);
    }
  }
  return failures;
};

const rejection = (operation: string, { code, message, senderFault }: RejectedEntry): ArchError =>
  new ArchError(
    `${operation}: SQS rejected the change of a visibility timeout: ${code}${message ? `: ${message}` : ''}`,
    {
      operation,
      code,
      retryable: senderFault !== true,
    },
  );
