import type { StandardSchema } from '@arch/core';
import { type AwsResource, readInput, withAws, z } from '@arch/core/builder';

import { eventBytes } from '../event-bytes.js';
import { epochDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';
import { readJson } from '../read-json.js';

/** A record to transform. */
export interface FirehoseEventRecord<Data = string> extends AwsResource {
  /** ID of the record. */
  readonly recordId: string;
  /** Time at which Firehose received the record, in UTC. */
  readonly approximateArrivalTimestamp: Date;
  /** Data: the output of the schema, or text (UTF-8) if there is no schema. */
  readonly data: Data;
  /** Data as bytes. */
  readonly bytes: Uint8Array;
  /** Partition key of a record from a Kinesis stream. Absent for other sources. */
  readonly partitionKey?: string;
}

/** An event of Firehose, with records to transform. */
export interface FirehoseEvent<Data = string> {
  /** ID of the invocation. */
  readonly invocationId: string;
  /** ARN of the Firehose stream. */
  readonly deliveryStreamArn: string;
  /** Region of the Firehose stream. */
  readonly region: string;
  /** Records to transform. */
  readonly records: readonly FirehoseEventRecord<Data>[];
}

const type = () =>
  z.object({
    invocationId: z.string(),
    deliveryStreamArn: z.string(),
    region: z.string(),
    records: z.array(
      z.object({
        recordId: z.string(),
        approximateArrivalTimestamp: epochDate('milliseconds'),
        data: eventBytes(),
        kinesisRecordMetadata: z.optional(z.nullable(z.object({ partitionKey: z.optional(z.string()) }))),
      }),
    ),
  });

/**
 * Parses the event with which Firehose invokes a Lambda function to transform records. With a schema (zod, valibot, arktype), the data of
 * every record must be JSON that matches it. `handleFirehoseEvent` also creates the response.
 *
 * @example
 * const { records } = await parseFirehoseEvent(event, z.object({ orderId: z.string() }));
 * @throws {InvalidInputError} the event is of another kind, a member is missing or invalid, or data do not match the schema.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
 */
export async function parseFirehoseEvent(event: unknown): Promise<FirehoseEvent>;
export async function parseFirehoseEvent<Data>(
  event: unknown,
  schema: StandardSchema<Data>,
): Promise<FirehoseEvent<Data>>;
export async function parseFirehoseEvent(
  event: unknown,
  schema?: StandardSchema<unknown>,
): Promise<FirehoseEvent<unknown>> {
  const { records, ...rest } = readFirehoseEvent('parseFirehoseEvent', event);
  const read = await Promise.all(records.map((each) => withFirehoseData('parseFirehoseEvent', each, schema)));
  return { ...rest, records: read };
}

/** Reads an event. The data of its records are text. */
export const readFirehoseEvent = (operation: string, event: unknown): FirehoseEvent => {
  expectKind(operation, event, 'firehose');
  const { records, ...rest } = readInput({ name: operation, input: type() }, event);
  const sent = (event as { readonly records: readonly unknown[] }).records;
  return {
    ...rest,
    records: records.map(({ data: bytes, kinesisRecordMetadata, ...record }, index) => {
      const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
      const origin = present({ partitionKey: kinesisRecordMetadata?.partitionKey });
      return withAws({ ...record, data, bytes, ...origin }, sent[index]);
    }),
  };
};

/** Parses the data of a record with the schema. */
export const withFirehoseData = async (
  operation: string,
  record: FirehoseEventRecord,
  schema: StandardSchema<unknown> | undefined,
): Promise<FirehoseEventRecord<unknown>> => {
  if (!schema) return record;
  const data = await readJson(operation, `the data of record ${record.recordId}`, record.data, schema);
  return withAws({ ...record, data }, record.aws);
};
