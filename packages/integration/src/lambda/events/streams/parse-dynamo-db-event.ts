import type { StandardSchema } from '@arch/core';
import { type AwsResource, type Open, readAs, readInput, withAws, z } from '@arch/core/builder';

import { type DynamoDbItem, readItem } from './dynamo-db-value.js';
import { epochDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';

/** Types of changes of an item. */
export const dynamoDbEventNames = ['INSERT', 'MODIFY', 'REMOVE'] as const;
export type DynamoDbEventName = Open<(typeof dynamoDbEventNames)[number]>;

/** A change of an item in a DynamoDB table. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html */
export interface DynamoDbEventRecord<Item = DynamoDbItem> extends AwsResource {
  /** ID of the record. */
  readonly eventId: string;
  /** Type of the change: `INSERT`, `MODIFY` or `REMOVE`. */
  readonly eventName: DynamoDbEventName;
  /** ARN of the stream, e.g. `arn:aws:dynamodb:eu-west-1:123456789012:table/orders/stream/2026-11-01T00:00:00.000`. */
  readonly streamArn: string;
  /** Region of the table. */
  readonly awsRegion: string;
  /** Position of the record in its shard. */
  readonly sequenceNumber: string;
  /** The key attributes of the item, as plain values. */
  readonly keys: DynamoDbItem;
  /** The item after the change. Absent after `REMOVE`, or if the view type of the stream does not contain it. */
  readonly newImage?: Item;
  /** The item before the change. Absent after `INSERT`, or if the view type of the stream does not contain it. */
  readonly oldImage?: Item;
  /** Time of the change in UTC, accurate to the second. */
  readonly approximateCreationDateTime?: Date;
  /** Whether DynamoDB deleted the item because its time to live expired. */
  readonly isTimeToLive: boolean;
}

/** An event of a DynamoDB stream. */
export interface DynamoDbEvent<Item = DynamoDbItem> {
  /** Changes of items, in the order of the stream. */
  readonly records: readonly DynamoDbEventRecord<Item>[];
}

const item = () => z.optional(z.nullable(z.record(z.string(), z.unknown())));

const record = () =>
  z.object({
    eventID: z.string(),
    eventName: z.string(),
    awsRegion: z.string(),
    eventSourceARN: z.string(),
    userIdentity: z.optional(
      z.nullable(z.object({ type: z.optional(z.string()), principalId: z.optional(z.string()) })),
    ),
    dynamodb: z.object({
      ApproximateCreationDateTime: z.optional(z.nullable(epochDate('seconds'))),
      Keys: z.record(z.string(), z.unknown()),
      NewImage: item(),
      OldImage: item(),
      SequenceNumber: z.string(),
    }),
  });

type Raw = z.infer<ReturnType<typeof record>>;

/**
 * Parses the event with which a DynamoDB stream invokes a Lambda function. Items are plain values, and numbers keep all digits. `aws` contains
 * DynamoDB's form (`{ N: '7' }`). With a schema (zod, valibot, arktype), `newImage` and `oldImage` must match it.
 *
 * @example
 * const { records } = await parseDynamoDbEvent(event, z.object({ orderId: z.string(), total: z.number() }));
 * for (const { eventName, newImage } of records) console.log(eventName, newImage?.total);
 * @throws {InvalidInputError} the event is of another kind, a member is missing or invalid, or an item does not match the schema.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export async function parseDynamoDbEvent(event: unknown): Promise<DynamoDbEvent>;
export async function parseDynamoDbEvent<Item>(
  event: unknown,
  schema: StandardSchema<Item>,
): Promise<DynamoDbEvent<Item>>;
export async function parseDynamoDbEvent(
  event: unknown,
  schema?: StandardSchema<unknown>,
): Promise<DynamoDbEvent<unknown>> {
  const records = readDynamoDbRecords('parseDynamoDbEvent', event);
  return { records: await Promise.all(records.map((each) => withImages('parseDynamoDbEvent', each, schema))) };
}

/** The records of an event, with their items as plain values. */
export const readDynamoDbRecords = (operation: string, event: unknown): readonly DynamoDbEventRecord[] => {
  expectKind(operation, event, 'dynamodb');
  const { Records: records } = readInput({ name: operation, input: z.object({ Records: z.array(record()) }) }, event);
  const sent = (event as { readonly Records: readonly unknown[] }).Records;
  return records.map((each, index) => withAws(toRecord(operation, each, index), sent[index]));
};

/** Checks the items of a record with the schema. */
export const withImages = async (
  operation: string,
  record: DynamoDbEventRecord,
  schema: StandardSchema<unknown> | undefined,
): Promise<DynamoDbEventRecord<unknown>> => {
  if (!schema) return record;
  const { newImage, oldImage, ...rest } = record;
  const read = (name: string, image: DynamoDbItem | undefined): Promise<unknown> | undefined =>
    image && readAs(schema, image, { operation, what: `${name} of record ${rest.sequenceNumber}`, side: 'input' });
  const images = { newImage: await read('newImage', newImage), oldImage: await read('oldImage', oldImage) };
  return withAws({ ...rest, ...present(images) }, record.aws);
};

const toRecord = (
  operation: string,
  { eventID: eventId, eventName, awsRegion, eventSourceARN: streamArn, userIdentity, dynamodb }: Raw,
  index: number,
): Omit<DynamoDbEventRecord, 'aws'> => {
  const read = (name: 'Keys' | 'NewImage' | 'OldImage'): DynamoDbItem | undefined =>
    dynamodb[name] ? readItem({ operation, path: `Records[${index}].dynamodb.${name}` }, dynamodb[name]) : undefined;
  return {
    eventId,
    eventName,
    streamArn,
    awsRegion,
    sequenceNumber: dynamodb.SequenceNumber,
    keys: read('Keys') ?? {},
    ...present({
      newImage: read('NewImage'),
      oldImage: read('OldImage'),
      approximateCreationDateTime: dynamodb.ApproximateCreationDateTime,
    }),
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html
    isTimeToLive: userIdentity?.type === 'Service' && userIdentity.principalId === 'dynamodb.amazonaws.com',
  };
};
