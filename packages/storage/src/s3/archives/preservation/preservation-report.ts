import { callListener, type Operation, sessionTime, task, z } from '@arch/core/builder';

import { type BucketProtection, requestProtection } from './bucket-protection.js';
import { type ListObjectPreservationsInput, preservationPlace } from './preservation-place.js';
import type { ObjectPreservation } from './object-preservation.js';
import { type PreservationTotals, preservationTotals } from './preservation-totals.js';
import { preservationCalls, readPreservations } from './read-preservations.js';

export interface PreservationReportInput extends ListObjectPreservationsInput {
  /** A function that receives each version, in the order of `listObjectPreservations`. */
  readonly onObject?: ((object: ObjectPreservation) => void) | undefined;
}

/** A summary of the protection of all versions of objects in a bucket, or with a prefix. */
export interface PreservationReport extends BucketProtection, PreservationTotals {
  /** The name of the bucket. */
  readonly bucket: string;
  /** The prefix of the keys. Absent for all keys. */
  readonly prefix?: string | undefined;
}

/**
 * Reports how the objects of a bucket are protected against deletion: the versions that are locked, and until when; those that are not; and those
 * that any deletion would lose, because versioning is not enabled. Lists all versions, and sends two requests per version if the bucket has
 * Object Lock. A missing permission is an error. The single versions are passed to `onObject`; `listObjectPreservations` returns them as a stream.
 * The default deadline is 24 hours.
 *
 * @example
 * const { locked, unlocked, lostOnDeletion, earliestRetainUntilDate } = await preservationReport('originals');
 * console.log(locked.versionCount, unlocked.versionCount, lostOnDeletion.versionCount, earliestRetainUntilDate);
 * @throws {NotFoundError} there is no such bucket.
 * @throws {AccessDeniedError} the credentials lack one of the permissions, e.g. `s3:GetObjectRetention`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export const preservationReport: Operation<
  string | PreservationReportInput,
  PreservationReport,
  { on: 'bucket' | 'key' | 'prefix' }
> = task(() => ({
  name: 'preservationReport',
  key: 'bucket',
  input: z.strictObject({
    ...preservationPlace(),
    onObject: z.optional(
      z.custom<NonNullable<PreservationReportInput['onObject']>>((value) => typeof value === 'function', 'a function'),
    ),
  }),
  uses: preservationCalls,
  timeoutMs: 86_400_000,
  run: async ({ onObject, ...place }, options) => {
    const { bucket, prefix } = place;
    const protection = await requestProtection(bucket, options);
    const totals = preservationTotals();
    for await (const object of readPreservations(place, protection, options)) {
      totals.add(object, sessionTime(options));
      if (onObject) callListener(onObject, object);
    }
    return { bucket, ...(prefix && { prefix }), ...protection, ...totals.result };
  },
}));
