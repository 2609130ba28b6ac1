import type { StandardSchema } from '@arch/core';

import type { DynamoDbItem } from './dynamo-db-value.js';
import { handleInOrder, type StreamBatchResponse } from './handle-in-order.js';
import { type DynamoDbEventRecord, readDynamoDbRecords, withImages } from './parse-dynamo-db-event.js';

/** How the records of a DynamoDB stream are handled. */
export interface DynamoDbEventHandler<Item> {
  /** `newImage` and `oldImage` have to fit it. A record whose items do not has failed. */
  readonly schema?: StandardSchema<Item> | undefined;
  /** Is called with the error of the record that failed. Default: writes a line to standard error. */
  readonly onError?: ((error: unknown, record: DynamoDbEventRecord) => void) | undefined;
}

/**
 * Handles the records with which a DynamoDB stream calls a Lambda function: one after the other, in the order of the stream. At the first
 * record that fails it stops and returns that record, from which Lambda continues with the next call; the records before it are done.
 *
 * The event source mapping requires `ReportBatchItemFailures`; without it, Lambda takes a failure for a success. Lambda repeats a record until
 * it succeeds or expires (24 hours) and the shard stands still meanwhile: set `MaximumRetryAttempts` and a destination for failures.
 *
 * @example
 * const schema = z.object({ orderId: z.string() });
 * const handler = (event: unknown) => handleDynamoDbEvent(event, ({ newImage }) => console.log('new', newImage?.orderId), { schema });
 * @throws {InvalidInputError} it is an event of another kind, or a member is missing or invalid.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const handleDynamoDbEvent = async <Item = DynamoDbItem>(
  event: unknown,
  handle: (record: DynamoDbEventRecord<Item>) => unknown,
  { schema, onError }: DynamoDbEventHandler<Item> = {},
): Promise<StreamBatchResponse> =>
  handleInOrder({
    records: readDynamoDbRecords('handleDynamoDbEvent', event),
    handle: async (record) =>
      handle((await withImages('handleDynamoDbEvent', record, schema)) as DynamoDbEventRecord<Item>),
    onError,
  });
