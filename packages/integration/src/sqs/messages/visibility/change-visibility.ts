import { ArchError } from '@arch/core';
import type { CallOptions, Operation } from '@arch/core/builder';

import { type BatchAnswer, type RefusedEntry, withIds } from '../../../batches/batch-answer.js';
import type { SqsBatch } from '../../sqs-batches.js';
import type { ReceivedMessage } from '../message.js';

/** How messages are kept hidden from other consumers. */
export interface Hiding {
  /** The function that the user has called. */
  readonly operation: string;
  readonly queueUrl: string;
  readonly request: Operation<SqsBatch, BatchAnswer>;
  /**
   * For how long a message is hidden each time. Absent: it is not hidden for longer. A function is called once, when a message has been
   * worked on for half a second: shorter work costs no request.
   */
  readonly seconds?: number | (() => Promise<number>) | undefined;
}

/** A message, and after how many seconds it is visible. */
export interface Shown {
  readonly message: ReceivedMessage;
  readonly seconds: number;
}

/** Says for how long messages are hidden from now on, ten in a request. Returns the errors of those for which it failed. */
export const changeVisibility = async (
  { operation, queueUrl, request }: Hiding,
  wanted: readonly Shown[],
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
      for (const entry of failed) failures.set(some[Number(entry.id)]!.message, refusal(operation, entry));
    } catch (error) {
      for (const { message } of some) failures.set(message, error);
    }
  }
  return failures;
};

const refusal = (operation: string, { code, message, senderFault }: RefusedEntry): ArchError =>
  new ArchError(`${operation}: SQS refused one message: ${code}${message ? `: ${message}` : ''}`, {
    operation,
    code,
    retryable: senderFault !== true,
  });
