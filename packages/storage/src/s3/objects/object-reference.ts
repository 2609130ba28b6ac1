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
  { action: 's3:GetObjectVersion', resources: ['object'], with: 'versionId' },
] as const;

/** Which bytes of an object. */
export interface ByteRange {
  /** The first byte, from 0. */
  readonly start: number;
  /** The last byte. Default: the object's. */
  readonly end?: number | undefined;
}

/** A {@link ByteRange}, checked. */
export const byteRange = (): z.ZodMiniType<ByteRange> =>
  z
    .strictObject({ start: z.int().check(z.gte(0)), end: z.optional(z.int().check(z.gte(0))) })
    .check(
      z.refine(({ start, end }) => end === undefined || end >= start, { error: 'an end that is not before the start' }),
    );

/** A range as HTTP writes it. */
export const toRangeHeader = ({ start, end }: ByteRange): string => `bytes=${start}-${end ?? ''}`;
