import { InvalidInputError } from '@arch/core';
import { readInput, z } from '@arch/core/builder';

import { eventDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';

/** A change of an object. https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
export interface S3EventRecord {
  /** Type of the event, e.g. `ObjectCreated:Put`. The prefix `s3:` of some events is removed. */
  readonly eventName: string;
  /** Time at which S3 finished the request, in UTC. */
  readonly eventTime: Date;
  /** Region of the bucket. */
  readonly awsRegion: string;
  /** Name of the bucket. */
  readonly bucket: string;
  /** Key of the object, decoded. S3 sends it URL-encoded, with `+` for a space. */
  readonly key: string;
  /** Size of the object, in bytes. Absent for a deleted object. */
  readonly sizeBytes?: number;
  /** Entity tag of the object. Absent for a deleted object. */
  readonly eTag?: string;
  /** Version of the object. Absent if the bucket has no versioning. */
  readonly versionId?: string;
  /** Value that gives the order of the events of one key. Compare values as hexadecimal text, padded to the same length. */
  readonly sequencer?: string;
  /** ID of the notification configuration of the bucket. */
  readonly configurationId?: string;
}

/** An event of S3. */
export interface S3Event {
  /** Changes of objects. Empty for the test event that S3 sends to a new destination. */
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
 * Parses the event with which S3 invokes a Lambda function. Keys are decoded.
 *
 * @example
 * for (const { bucket, key } of parseS3Event(event).records) console.log(bucket, key);
 * @throws {InvalidInputError} the event is of another kind, or a member is missing or invalid.
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
