import type { StandardSchema } from '@arch/core';

import type { DynamoDbItem } from './dynamo-db-value.js';
import { handleInOrder, type StreamBatchResponse } from './handle-in-order.js';
import { type DynamoDbEventRecord, readDynamoDbRecords, withImages } from './parse-dynamo-db-event.js';

/** Options of `handleDynamoDbEvent`. */
export interface DynamoDbEventHandler<Item> {
  /** Schema of `newImage` and `oldImage`. A record whose items do not match it has failed. */
  readonly schema?: StandardSchema<Item> | undefined;
  /** Called with the error of the record that failed. Default: writes a line to standard error. */
  readonly onError?: ((error: unknown, record: DynamoDbEventRecord) => void) | undefined;
}

/**
 * Handles the records of an event with which a DynamoDB stream invokes a Lambda function, one after the other in the order of the stream.
 * Stops at the first record that fails and returns it. Lambda then continues from this record; earlier records are not repeated.
 *
 * The event source mapping requires the function response type `ReportBatchItemFailures`. Without it, Lambda treats the failed record as
 * successful. Lambda retries a record until it succeeds or expires (24 hours), and the shard is blocked for this time. To limit this, set
 * `MaximumRetryAttempts` and an on-failure destination.
 *
 * @example
 * const schema = z.object({ orderId: z.string() });
 * const handler = (event: unknown) => handleDynamoDbEvent(event, ({ newImage }) => console.log('new', newImage?.orderId), { schema });
 * @throws {InvalidInputError} the event is of another kind, or a member is missing or invalid.
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
