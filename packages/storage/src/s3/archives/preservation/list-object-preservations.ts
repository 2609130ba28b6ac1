import { stream, type StreamOperation, text, z } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';

import { requestProtection } from './bucket-protection.js';
import type { ObjectPreservation } from './object-preservation.js';
import { preservationCalls, readPreservations } from './read-preservations.js';

export interface ListObjectPreservationsInput {
  /** The name of the bucket. */
  readonly bucket: string;
  /** Prefix of the keys, at most 1,024 characters. Default: all keys. */
  readonly prefix?: string | undefined;
  /** The maximum number of versions whose locks are read at the same time, 1–100. Default: 16. */
  readonly concurrency?: number | undefined;
}

/**
 * Lists all versions of objects, each with its retention, its legal hold, and whether a deletion would lose it. Sends two requests per version if
 * the bucket has Object Lock. A missing permission is an error, so a version that is listed as not locked is not locked.
 *
 * @example
 * for await (const { key, isLocked, retainUntilDate } of listObjectPreservations({ bucket: 'originals', prefix: '2019/' })) {
 *   if (!isLocked) console.log(key, 'can be deleted since', retainUntilDate ?? 'the beginning');
 * }
 * @throws {NotFoundError} there is no such bucket.
 * @throws {AccessDeniedError} the credentials lack one of the permissions, e.g. `s3:GetObjectRetention`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export const listObjectPreservations: StreamOperation<
  string | ListObjectPreservationsInput,
  ObjectPreservation,
  { on: 'bucket' | 'key' | 'prefix' }
> = stream(() => ({
  name: 'listObjectPreservations',
  key: 'bucket',
  input: z.strictObject(preservationPlace()),
  uses: preservationCalls,
  async *items(members, options) {
    yield* readPreservations(members, await requestProtection(members.bucket, options), options);
  },
}));

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
