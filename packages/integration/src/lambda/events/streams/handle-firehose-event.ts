import type { StandardSchema } from '@arch/core';

import { type FirehoseEventRecord, readFirehoseEvent, withFirehoseData } from './parse-firehose-event.js';

/** What became of a record. */
export interface FirehoseResponseRecord {
  readonly recordId: string;
  readonly result: 'Ok' | 'Dropped' | 'ProcessingFailed';
  /** Base64. */
  readonly data: string;
}

/** The response of a Lambda function to Firehose. */
export interface FirehoseResponse {
  readonly records: readonly FirehoseResponseRecord[];
}

/** How the records are transformed. */
export interface FirehoseEventHandler<Data> {
  /** The data of every record are JSON that has to fit it. A record whose data do not has failed. */
  readonly schema?: StandardSchema<Data> | undefined;
  /** Is called with the error of every record that failed. Default: writes a line to standard error. */
  readonly onError?: ((error: unknown, record: FirehoseEventRecord) => void) | undefined;
}

/**
 * Transforms the records with which Firehose calls a Lambda function, all at the same time. The function returns the new data as text or bytes,
 * or `undefined` to drop the record. If it throws, the record has failed: Firehose delivers it unchanged to the folder for errors
 * (`processing-failed`). Firehose joins records without a separator: end text with a line break.
 *
 * Lambda responses have at most 6 MB.
 *
 * @example
 * const schema = z.object({ orderId: z.string() });
 * const handler = (event: unknown) => handleFirehoseEvent(event, ({ data }) => `${data.orderId}\n`, { schema });
 * @throws {InvalidInputError} it is an event of another kind, or a member is missing or invalid.
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
    // Thrown on, Firehose would send all records again.
    print(error, record);
    process.stderr.write(`onError has thrown: ${String(thrown)}\n`);
  }
};

const print = (error: unknown, { recordId }: FirehoseEventRecord): void =>
  void process.stderr.write(`record ${recordId} was not transformed: ${String(error)}\n`);
