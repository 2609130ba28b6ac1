import { stream, type StreamOperation, z } from '@arch/core/builder';

import { requestProtection } from './bucket-protection.js';
import type { ObjectPreservation } from './object-preservation.js';
import { type ListObjectPreservationsInput, preservationPlace } from './preservation-place.js';
import { preservationCalls, readPreservations } from './read-preservations.js';

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
