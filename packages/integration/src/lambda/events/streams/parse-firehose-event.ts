import type { StandardSchema } from '@arch/core';
import { type AwsResource, readInput, withAws, z } from '@arch/core/builder';

import { eventBytes } from '../event-bytes.js';
import { epochDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';
import { readJson } from '../read-json.js';

/** A record that Firehose wants to have transformed. */
export interface FirehoseEventRecord<Data = string> extends AwsResource {
  readonly recordId: string;
  readonly approximateArrivalTimestamp: Date;
  /** The data as text in UTF-8, or what the schema made of its JSON. */
  readonly data: Data;
  /** The data as they were put. */
  readonly bytes: Uint8Array;
  /** Of a record from a Kinesis stream. */
  readonly partitionKey?: string;
}

export interface FirehoseEvent<Data = string> {
  readonly invocationId: string;
  readonly deliveryStreamArn: string;
  readonly region: string;
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
 * Parses the event with which Firehose calls a Lambda function to transform records. With a schema (zod, valibot, arktype), the data of every
 * record are JSON that fits it. `handleFirehoseEvent` also makes the response.
 *
 * @example
 * const { records } = await parseFirehoseEvent(event, z.object({ orderId: z.string() }));
 * @throws {InvalidInputError} it is an event of another kind, a member is missing or invalid, or data do not fit the schema.
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

/** An event with the data of its records as text. */
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

/** A record whose data are read with the schema. */
export const withFirehoseData = async (
  operation: string,
  record: FirehoseEventRecord,
  schema: StandardSchema<unknown> | undefined,
): Promise<FirehoseEventRecord<unknown>> => {
  if (!schema) return record;
  const data = await readJson(operation, `the data of record ${record.recordId}`, record.data, schema);
  return withAws({ ...record, data }, record.aws);
};
