import { type AwsInput, type input, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';

/** The members that identify an object to read. */
export interface ObjectReference extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The ID of the version. Default: the current version. */
  readonly versionId?: string | undefined;
  /** An `eTag`: reads the object only if it still has this ETag; otherwise throws a `ConflictError`. */
  readonly ifMatch?: string | undefined;
}

/** Checks the members of {@link ObjectReference}. */
export const objectReference = (): Parameters<typeof input<ObjectReference>>[0] => ({
  bucket: bucketName(),
  key: objectKey(),
  versionId: z.optional(text(1, 1_024)),
  ifMatch: z.optional(text(1, 1_024)),
});

/** The permissions for reading an object. */
export const readPermissions = [
  { action: 's3:GetObject', resources: ['object'] },
  { action: 's3:GetObjectVersion', resources: ['object'], with: 'versionId' },
] as const;

/** A range of bytes in an object: from one byte to another, or the last bytes. */
export type ByteRange =
  | {
      /** The first byte, counted from 0. */
      readonly start: number;
      /** The last byte; included in the range. Default: the last byte of the object. */
      readonly end?: number | undefined;
      readonly last?: undefined;
    }
  | {
      /** The number of bytes at the end of the object, at least 1. A shorter object is read completely; an empty object is an error. */
      readonly last: number;
      readonly start?: undefined;
      readonly end?: undefined;
    };

/** Checks a {@link ByteRange}. The schema is one object, because the messages of a union would not name the member. */
export const byteRange = (): z.ZodMiniType<ByteRange> =>
  z
    .strictObject({
      start: z.optional(z.int().check(z.gte(0))),
      end: z.optional(z.int().check(z.gte(0))),
      last: z.optional(z.int().check(z.gte(1))),
    })
    .check(
      z.refine(
        ({ start, end, last }) => (start === undefined) !== (last === undefined) && !(last && end !== undefined),
        {
          error: 'either a start with or without an end, or last',
        },
      ),
      z.refine(({ start = 0, end = start }) => end >= start, { error: 'an end that is not before the start' }),
    ) as unknown as z.ZodMiniType<ByteRange>;

/** Returns a range as the value of the `Range` header. */
export const toRangeHeader = (range: ByteRange): string =>
  range.last !== undefined ? `bytes=-${range.last}` : `bytes=${range.start}-${range.end ?? ''}`;
