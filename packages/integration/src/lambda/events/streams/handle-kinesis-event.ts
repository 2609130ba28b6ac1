import type { StandardSchema } from '@arch/core';

import { handleInOrder, type StreamBatchResponse } from './handle-in-order.js';
import { type KinesisEventRecord, readKinesisRecords, withData } from './parse-kinesis-event.js';

/** Options of `handleKinesisEvent`. */
export interface KinesisEventHandler<Data> {
  /** Schema of the data, which are then parsed as JSON. A record whose data do not match it has failed. Default: data are text. */
  readonly schema?: StandardSchema<Data> | undefined;
  /** Called with the error of the record that failed. Default: writes a line to standard error. */
  readonly onError?: ((error: unknown, record: KinesisEventRecord) => void) | undefined;
}

/**
 * Handles the records of an event with which a Kinesis stream invokes a Lambda function, one after the other in the order of the shard. Stops
 * at the first record that fails and returns it. Lambda then continues from this record; earlier records are not repeated.
 *
 * The event source mapping requires the function response type `ReportBatchItemFailures`. Without it, Lambda treats the failed record as
 * successful. Lambda retries a record until it succeeds or expires, and the shard is blocked for this time. To limit this, set
 * `MaximumRetryAttempts` and an on-failure destination.
 *
 * @example
 * const schema = z.object({ orderId: z.string() });
 * const handler = (event: unknown) => handleKinesisEvent(event, ({ data }) => console.log('shipped', data.orderId), { schema });
 * @throws {InvalidInputError} the event is of another kind, or a member is missing or invalid.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html
 */
export const handleKinesisEvent = async <Data = string>(
  event: unknown,
  handle: (record: KinesisEventRecord<Data>) => unknown,
  { schema, onError }: KinesisEventHandler<Data> = {},
): Promise<StreamBatchResponse> =>
  handleInOrder({
    records: readKinesisRecords('handleKinesisEvent', event),
    handle: async (record) =>
      handle((await withData('handleKinesisEvent', record, schema)) as KinesisEventRecord<Data>),
    onError,
  });
