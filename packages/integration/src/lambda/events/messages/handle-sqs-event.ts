import type { StandardSchema } from '@arch/core';
import { isFifo } from '@arch/services/sqs';

import { readSqsRecords, type SqsEventRecord, withBody } from './parse-sqs-event.js';

/** The response of a Lambda function to SQS: the messages that return to the queue. */
export interface SqsBatchResponse {
  /** IDs of the messages that return to the queue. */
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Options of `handleSqsEvent`. */
export interface SqsEventHandler<Body> {
  /**
   * Schema of the bodies, which are then parsed as JSON. A message that does not match the schema returns to the queue. Default: a body is
   * text.
   */
  readonly schema?: StandardSchema<Body> | undefined;
  /** Called with the error of each message that failed. Default: writes a line to standard error. */
  readonly onError?: ((error: unknown, record: SqsEventRecord) => void) | undefined;
}

/**
 * Handles the messages of an event with which SQS invokes a Lambda function, all at the same time. Only the failed messages return to the
 * queue. In a FIFO queue, the messages of a group are handled one after the other, and after the first failure the rest of the group also
 * returns to the queue. Groups of a standard queue (fair queues) have no order.
 *
 * The event source mapping requires the function response type `ReportBatchItemFailures`. Without it, Lambda treats failed messages as
 * successful.
 *
 * @example
 * const schema = z.object({ orderId: z.number() });
 * const handler = (event: unknown) => handleSqsEvent(event, ({ body }) => console.log('shipped', body.orderId), { schema });
 * @throws {InvalidInputError} the event is of another kind, or a member is missing or invalid.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export const handleSqsEvent = async <Body = string>(
  event: unknown,
  handle: (record: SqsEventRecord<Body>) => unknown,
  { schema, onError = printError }: SqsEventHandler<Body> = {},
): Promise<SqsBatchResponse> => {
  const records = readSqsRecords('handleSqsEvent', event);
  const failed: string[] = [];
  const report = (error: unknown, record: SqsEventRecord): void => {
    try {
      onError(error, record);
    } catch (thrown) {
      // If this error were thrown, the handled messages would return to the queue.
      printError(error, record);
      process.stderr.write(`onError threw an error: ${String(thrown)}\n`);
    }
  };
  const handleOne = async (record: SqsEventRecord): Promise<boolean> => {
    try {
      await handle((await withBody('handleSqsEvent', record, schema)) as SqsEventRecord<Body>);
      return true;
    } catch (error) {
      failed.push(record.messageId);
      report(error, record);
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

/** Groups of records that are handled one after the other. Only the groups of a FIFO queue have an order. */
const inOrder = (records: readonly SqsEventRecord[]): readonly (readonly SqsEventRecord[])[] => [
  ...Map.groupBy(records, (record) => (isFifo(record.queueArn) ? (record.messageGroupId ?? record) : record)).values(),
];

const printError = (error: unknown, { messageId }: SqsEventRecord): void =>
  void process.stderr.write(`message ${messageId} returns to the queue: ${String(error)}\n`);
