import type { StandardSchema } from '@arch/core';
import { isFifo } from '@arch/services/sqs';

import { readSqsRecords, type SqsEventRecord, withBody } from './parse-sqs-event.js';

/** The response of a Lambda function to SQS: the messages that return to the queue. */
export interface SqsBatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** How the messages of a batch are handled. */
export interface SqsEventHandler<Body> {
  /** Every body is JSON that has to fit it. A message whose body does not returns to the queue, and finally to its dead-letter queue. */
  readonly schema?: StandardSchema<Body> | undefined;
  /** Is called with the error of every message that returns to the queue. Default: writes a line to standard error. */
  readonly onError?: ((error: unknown, record: SqsEventRecord) => void) | undefined;
}

/**
 * Handles the messages with which SQS calls a Lambda function, all at the same time, and returns those that failed: only they return to the
 * queue. In a FIFO queue the messages of a group are handled one after the other, and after the first failure the rest of its group returns too;
 * groups of a standard queue (fair queues) have no order.
 *
 * The event source mapping requires `ReportBatchItemFailures`; without it, Lambda takes a failure for a success.
 *
 * @example
 * const schema = z.object({ orderId: z.number() });
 * const handler = (event: unknown) => handleSqsEvent(event, ({ body }) => console.log('shipped', body.orderId), { schema });
 * @throws {InvalidInputError} it is an event of another kind, or a member is missing or invalid.
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
      // Thrown on, the messages that were handled would return to the queue.
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

/** Groups of records that are handled one after the other. Only a FIFO queue has an order: groups of a standard queue are fair shares. */
const inOrder = (records: readonly SqsEventRecord[]): readonly (readonly SqsEventRecord[])[] => [
  ...Map.groupBy(records, (record) => (isFifo(record.queueArn) ? (record.messageGroupId ?? record) : record)).values(),
];

const printError = (error: unknown, { messageId }: SqsEventRecord): void =>
  void process.stderr.write(`message ${messageId} goes back to its queue: ${String(error)}\n`);
