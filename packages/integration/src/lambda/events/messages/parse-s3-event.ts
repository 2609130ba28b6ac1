import { InvalidInputError } from '@arch/core';
import { readInput, z } from '@arch/core/builder';

import { eventDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';

/** What happened to an object. https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
export interface S3EventRecord {
  /** Without the prefix `s3:` that some events have, e.g. `ObjectCreated:Put`. */
  readonly eventName: string;
  readonly eventTime: Date;
  readonly awsRegion: string;
  readonly bucket: string;
  /** Decoded: S3 sends it URL-encoded, with `+` for a space. */
  readonly key: string;
  /** Absent for a deleted object. */
  readonly sizeBytes?: number;
  readonly eTag?: string;
  /** In a bucket with versioning. */
  readonly versionId?: string;
  /** Orders the events of one key: compare as hexadecimal text, padded to one length. */
  readonly sequencer?: string;
  /** The ID of the bucket's notification configuration. */
  readonly configurationId?: string;
}

export interface S3Event {
  /** Empty for the test event that S3 sends to a new destination. */
  readonly records: readonly S3EventRecord[];
}

const record = () =>
  z.object({
    eventName: z.string(),
    eventTime: eventDate(),
    awsRegion: z.string(),
    s3: z.object({
      configurationId: z.optional(z.nullable(z.string())),
      bucket: z.object({ name: z.string() }),
      object: z.object({
        key: z.string(),
        size: z.optional(z.nullable(z.number())),
        eTag: z.optional(z.nullable(z.string())),
        versionId: z.optional(z.nullable(z.string())),
        sequencer: z.optional(z.nullable(z.string())),
      }),
    }),
  });

/**
 * Parses the event with which S3 calls a Lambda function: keys are decoded, times are dates.
 *
 * @example
 * for (const { bucket, key } of parseS3Event(event).records) console.log(bucket, key);
 * @throws {InvalidInputError} it is an event of another kind, or a member is missing or invalid.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html
 */
export const parseS3Event = (event: unknown): S3Event => {
  expectKind('parseS3Event', event, 's3');
  const type = z.object({ Records: z.optional(z.array(record())) });
  const { Records: records = [] } = readInput({ name: 'parseS3Event', input: type }, event);
  return {
    records: records.map(({ eventName, eventTime, awsRegion, s3: { bucket, object, configurationId } }, index) => ({
      eventName: eventName.replace(/^s3:/, ''),
      eventTime,
      awsRegion,
      bucket: bucket.name,
      key: decoded(object.key, `Records[${index}].s3.object.key`),
      ...present({
        sizeBytes: object.size,
        eTag: object.eTag,
        versionId: object.versionId,
        sequencer: object.sequencer,
        configurationId,
      }),
    })),
  };
};

const decoded = (key: string, member: string): string => {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch (cause) {
    throw new InvalidInputError(
      `parseS3Event: ${member} must be URL-encoded, with + for a space (got ${JSON.stringify(key)}).`,
      { operation: 'parseS3Event', cause },
    );
  }
};
