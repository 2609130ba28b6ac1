import { text, z } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';

export interface ListObjectPreservationsInput {
  /** The name of the bucket. */
  readonly bucket: string;
  /** Prefix of the keys, at most 1,024 characters. Default: all keys. */
  readonly prefix?: string | undefined;
  /** The maximum number of versions whose locks are read at the same time, 1–100. Default: 16. */
  readonly concurrency?: number | undefined;
}

/** Checks the members of {@link ListObjectPreservationsInput}. */
export const preservationPlace = (): {
  bucket: z.ZodMiniType<string>;
  prefix: z.ZodMiniType<string | undefined>;
  concurrency: z.ZodMiniType<number | undefined>;
} => ({
  bucket: bucketName(),
  prefix: z.optional(text(0, 1_024)),
  concurrency: z.optional(z.int().check(z.gte(1), z.lte(100))),
});
