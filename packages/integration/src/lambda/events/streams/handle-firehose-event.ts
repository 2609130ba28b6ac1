import type { StandardSchema } from '@arch/core';

import { type FirehoseEventRecord, readFirehoseEvent, withFirehoseData } from './parse-firehose-event.js';

/** The result of a record. */
export interface FirehoseResponseRecord {
  /** ID of the record. */
  readonly recordId: string;
  /** Result: `Ok`, `Dropped` or `ProcessingFailed`. */
  readonly result: 'Ok' | 'Dropped' | 'ProcessingFailed';
  /** Data as base64. */
  readonly data: string;
}

/** The response of a Lambda function to Firehose. */
export interface FirehoseResponse {
  /** Results of all records of the event. */
  readonly records: readonly FirehoseResponseRecord[];
}

/** Options of `handleFirehoseEvent`. */
export interface FirehoseEventHandler<Data> {
  /** Schema of the data, which are then parsed as JSON. A record whose data do not match it has failed. Default: data are text. */
  readonly schema?: StandardSchema<Data> | undefined;
  /** Called with the error of each record that failed. Default: writes a line to standard error. */
  readonly onError?: ((error: unknown, record: FirehoseEventRecord) => void) | undefined;
}

/**
 * Transforms the records of an event with which Firehose invokes a Lambda function, all at the same time. `transform` returns the new data as
 * text or bytes, or `undefined` to drop the record. If it throws, the record has failed: Firehose delivers it unchanged to the error output
 * prefix (`processing-failed`). Firehose joins records without a separator, so end text with a line break.
 *
 * Lambda limits a response to 6 MB.
 *
 * @example
 * const schema = z.object({ orderId: z.string() });
 * const handler = (event: unknown) => handleFirehoseEvent(event, ({ data }) => `${data.orderId}\n`, { schema });
 * @throws {InvalidInputError} the event is of another kind, or a member is missing or invalid.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html
 */
export const handleFirehoseEvent = async <Data = string>(
  event: unknown,
  transform: (
    record: FirehoseEventRecord<Data>,
  ) => string | Uint8Array | undefined | Promise<string | Uint8Array | undefined>,
  { schema, onError = print }: FirehoseEventHandler<Data> = {},
): Promise<FirehoseResponse> => {
  const one = async (record: FirehoseEventRecord): Promise<FirehoseResponseRecord> => {
    const { recordId, bytes } = record;
    try {
      const read = await withFirehoseData('handleFirehoseEvent', record, schema);
      const data = await transform(read as FirehoseEventRecord<Data>);
      if (data === undefined) return { recordId, result: 'Dropped', data: base64(bytes) };
      return { recordId, result: 'Ok', data: base64(data) };
    } catch (error) {
      report(onError, error, record);
      return { recordId, result: 'ProcessingFailed', data: base64(bytes) };
    }
  };
  return { records: await Promise.all(readFirehoseEvent('handleFirehoseEvent', event).records.map(one)) };
};

const base64 = (data: string | Uint8Array): string =>
  (typeof data === 'string' ? Buffer.from(data, 'utf8') : Buffer.from(data)).toString('base64');

const report = (onError: typeof print, error: unknown, record: FirehoseEventRecord): void => {
  try {
    onError(error, record);
  } catch (thrown) {
    // If this error were thrown, Firehose would send all records again.
    print(error, record);
    process.stderr.write(`onError threw an error: ${String(thrown)}\n`);
  }
};

const print = (error: unknown, { recordId }: FirehoseEventRecord): void =>
  void process.stderr.write(`record ${recordId} was not transformed: ${String(error)}\n`);
