import type { StandardSchema } from '@arch/core';
import { isFifo } from '@arch/services/sqs';

import { readSqsRecords, type SqsEventRecord, withBody } from './parse-sqs-event.js';

/** What a Lambda function answers to SQS: the messages that come back to the queue. */
export interface SqsBatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** How a batch of messages is handled. */
export interface SqsEventHandler<Body> {
  /** Every body is JSON that fits it; a message whose body does not goes back to the queue, and so in the end to its dead-letter queue. */
  readonly schema?: StandardSchema<Body> | undefined;
  /** Hears of every message that goes back, with the reason. Default: a line on standard error. */
  readonly onError?: ((error: unknown, record: SqsEventRecord) => void) | undefined;
}

/**
 * Handles the messages with which SQS calls a Lambda function, side by side, and answers which ones come back to the queue: only those that
 * failed. In a FIFO queue the messages of a group are handled one after the other, and after the first that fails the rest of its group comes back
 * too; groups of a standard queue (fair queues) have no order. The event source mapping needs `ReportBatchItemFailures`, or SQS takes a failure for a success.
 *
 * @example
 * const schema = z.object({ orderId: z.number() });
 * const handler = (event: unknown) => handleSqsEvent(event, ({ body }) => console.log('shipped', body.orderId), { schema });
 * @throws {InvalidInputError} it is an event of another kind, or a member is missing.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export const handleSqsEvent = async <Body = string>(
  event: unknown,
  handle: (record: SqsEventRecord<Body>) => unknown,
  { schema, onError = printError }: SqsEventHandler<Body> = {},
): Promise<SqsBatchResponse> => {
  const records = readSqsRecords('handleSqsEvent', event);
  const failed: string[] = [];
  const tell = (error: unknown, record: SqsEventRecord): void => {
    try {
      onError(error, record);
    } catch (thrown) {
      // Thrown on, it would give back the messages that were handled.
      printError(error, record);
      process.stderr.write(`onError has thrown: ${String(thrown)}\n`);
    }
  };
  const handleOne = async (record: SqsEventRecord): Promise<boolean> => {
    try {
      await handle((await withBody('handleSqsEvent', record, schema)) as SqsEventRecord<Body>);
      return true;
    } catch (error) {
      failed.push(record.messageId);
      tell(error, record);
      return false;
    }
  };
  await Promise.all(
    inOrder(records).map(async (group) => {
      for (const [index, record] of group.entries()) {
        if (await handleOne(record)) continue;
        failed.push(...group.slice(index + 1).map(({ messageId }) => messageId));
        return;
      }
    }),
  );
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};

/** Records that have to be handled one after the other. Only a FIFO queue has an order: groups of a standard queue are fair shares. */
const inOrder = (records: readonly SqsEventRecord[]): readonly (readonly SqsEventRecord[])[] => [
  ...Map.groupBy(records, (record) => (isFifo(record.queueArn) ? (record.messageGroupId ?? record) : record)).values(),
];

const printError = (error: unknown, { messageId }: SqsEventRecord): void =>
  void process.stderr.write(`message ${messageId} goes back to its queue: ${String(error)}\n`);
