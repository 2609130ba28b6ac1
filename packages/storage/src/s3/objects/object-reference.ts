import { type AwsInput, type input, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';

/** Which object, and on what condition. */
export interface ObjectReference extends AwsInput {
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
  /** In a bucket with versions. Default: the newest. */
  readonly versionId?: string | undefined;
  /** Only if it is still this one, by its `eTag`; otherwise a `ConflictError`. */
  readonly ifMatch?: string | undefined;
}

/** The members of an {@link ObjectReference}, checked. */
export const objectReference = (): Parameters<typeof input<ObjectReference>>[0] => ({
  bucket: bucketName(),
  key: objectKey(),
  versionId: z.optional(text(1, 1_024)),
  ifMatch: z.optional(text(1, 1_024)),
});

/** What reading an object needs. */
export const readPermissions = [
  { action: 's3:GetObject', resources: ['object'] },
  { action: 's3:GetObjectVersion', resources: ['object'], when: 'a version is given' },
] as const;

/** Which bytes of an object: from one byte to another, or the last ones. */
export type ByteRange =
  | {
      /** The first byte, from 0. */
      readonly start: number;
      /** The last byte. Default: the object's. */
      readonly end?: number | undefined;
      readonly last?: undefined;
    }
  | {
      /** The number of bytes at the end of the object; all bytes of a shorter object. An empty object has none, which is an error. */
      readonly last: number;
      readonly start?: undefined;
      readonly end?: undefined;
    };

/** A {@link ByteRange}, checked. One object instead of a union, whose messages name the member. */
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

/** A range as HTTP writes it. */
export const toRangeHeader = (range: ByteRange): string =>
  range.last !== undefined ? `bytes=-${range.last}` : `bytes=${range.start}-${range.end ?? ''}`;
