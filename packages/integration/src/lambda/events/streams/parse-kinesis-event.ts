import type { StandardSchema } from '@arch/core';
import { type AwsResource, readInput, withAws, z } from '@arch/core/builder';

import { eventBytes } from '../event-bytes.js';
import { epochDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { readJson } from '../read-json.js';

/** A record of a Kinesis stream. https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
export interface KinesisEventRecord<Data = string> extends AwsResource {
  /** Shard and sequence number, e.g. `shardId-000000000006:49590338271490256608559692538361571095921575989136588898`. */
  readonly eventId: string;
  /** ARN of the stream. */
  readonly streamArn: string;
  /** Region of the stream. */
  readonly awsRegion: string;
  /** Partition key of the record. */
  readonly partitionKey: string;
  /** Position of the record in its shard. */
  readonly sequenceNumber: string;
  /** Time at which Kinesis received the record, in UTC. */
  readonly approximateArrivalTimestamp: Date;
  /** Data: the output of the schema, or text (UTF-8) if there is no schema. */
  readonly data: Data;
  /** Data as bytes. */
  readonly bytes: Uint8Array;
}

/** An event of a Kinesis stream. */
export interface KinesisEvent<Data = string> {
  /** Records, in the order of the shard. */
  readonly records: readonly KinesisEventRecord<Data>[];
}

const record = () =>
  z.object({
    eventID: z.string(),
    eventSourceARN: z.string(),
    awsRegion: z.string(),
    kinesis: z.object({
      partitionKey: z.string(),
      sequenceNumber: z.string(),
      approximateArrivalTimestamp: epochDate('seconds'),
      data: eventBytes(),
    }),
  });

/**
 * Parses the event with which a Kinesis stream invokes a Lambda function. With a schema (zod, valibot, arktype), the data of every record must
 * be JSON that matches it. Records that the Kinesis Producer Library aggregated are not split.
 *
 * @example
 * const { records } = await parseKinesisEvent(event, z.object({ orderId: z.string() }));
 * @throws {InvalidInputError} the event is of another kind, a member is missing or invalid, or data do not match the schema.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
 */
export async function parseKinesisEvent(event: unknown): Promise<KinesisEvent>;
export async function parseKinesisEvent<Data>(
  event: unknown,
  schema: StandardSchema<Data>,
): Promise<KinesisEvent<Data>>;
export async function parseKinesisEvent(
  event: unknown,
  schema?: StandardSchema<unknown>,
): Promise<KinesisEvent<unknown>> {
  const records = readKinesisRecords('parseKinesisEvent', event);
  return { records: await Promise.all(records.map((each) => withData('parseKinesisEvent', each, schema))) };
}

/** The records of an event, with their data as text. */
export const readKinesisRecords = (operation: string, event: unknown): readonly KinesisEventRecord[] => {
  expectKind(operation, event, 'kinesis');
  const { Records: records } = readInput({ name: operation, input: z.object({ Records: z.array(record()) }) }, event);
  const sent = (event as { readonly Records: readonly unknown[] }).Records;
  return records.map(({ eventID: eventId, eventSourceARN: streamArn, awsRegion, kinesis }, index) => {
    const { data: bytes, ...rest } = kinesis;
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    return withAws({ eventId, streamArn, awsRegion, ...rest, data, bytes }, sent[index]);
  });
};

/** Parses the data of a record with the schema. */
export const withData = async (
  operation: string,
  record: KinesisEventRecord,
  schema: StandardSchema<unknown> | undefined,
): Promise<KinesisEventRecord<unknown>> => {
  if (!schema) return record;
  const data = await readJson(operation, `the data of record ${record.sequenceNumber}`, record.data, schema);
  return withAws({ ...record, data }, record.aws);
};
