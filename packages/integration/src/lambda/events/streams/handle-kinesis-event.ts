import type { StandardSchema } from '@arch/core';

import { handleInOrder, type StreamBatchResponse } from './handle-in-order.js';
import { type KinesisEventRecord, readKinesisRecords, withData } from './parse-kinesis-event.js';

/** How the records of a Kinesis stream are handled. */
export interface KinesisEventHandler<Data> {
  /** The data of every record are JSON that has to fit it. A record whose data do not has failed. */
  readonly schema?: StandardSchema<Data> | undefined;
  /** Is called with the error of the record that failed. Default: writes a line to standard error. */
  readonly onError?: ((error: unknown, record: KinesisEventRecord) => void) | undefined;
}

/**
 * Handles the records with which a Kinesis stream calls a Lambda function: one after the other, in the order of the shard. At the first
 * record that fails it stops and returns that record, from which Lambda continues with the next call; the records before it are done.
 *
 * The event source mapping requires `ReportBatchItemFailures`; without it, Lambda takes a failure for a success. Lambda repeats a record until
 * it succeeds or expires and the shard stands still meanwhile: set `MaximumRetryAttempts` and a destination for failures.
 *
 * @example
 * const schema = z.object({ orderId: z.string() });
 * const handler = (event: unknown) => handleKinesisEvent(event, ({ data }) => console.log('shipped', data.orderId), { schema });
 * @throws {InvalidInputError} it is an event of another kind, or a member is missing or invalid.
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
