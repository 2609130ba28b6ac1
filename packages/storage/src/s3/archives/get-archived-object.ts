import { NotFoundError, type Progress, WaitError } from '@arch/core';
import { type CallOptions, type Operation, task, type TaskSteps, z } from '@arch/core/builder';

import { type FetchedObject, getObject } from '../objects/contents/index.js';
import { headObject, type ObjectHead } from '../objects/index.js';
import { type ObjectVersionReference, objectVersionReference } from '../object-version-reference.js';
import { isArchived } from '../is-archived.js';
import { restoreDays, restoreObject, type RestoreTier, restoreTiers } from './restore-object.js';
import { waitForRestoredObject } from './wait-for-restored-object.js';

export interface GetArchivedObjectInput extends Omit<ObjectVersionReference, 'aws'> {
  /**
   * The number of days, at least 1, after which S3 removes the restored copy. AWS bills the copy until then. It does not change an earlier
   * restore. Not used for `INTELLIGENT_TIERING`, for which S3 makes no copy. Default: 1.
   */
  readonly days?: number | undefined;
  /** The speed of the restore. Default: `Standard`, 3–5 hours for `GLACIER`, up to 12 hours for `DEEP_ARCHIVE`. */
  readonly tier?: RestoreTier | undefined;
  /** A function that receives the progress of the restore after each check, every minute. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Reads an object that may be archived: requests a restore if there is none, waits for the restored copy, and then reads it as `getObject` does.
 * An object that can be read is read immediately. The wait takes minutes with `Expedited`, and hours with the other tiers. If the function fails
 * during the wait, S3 continues the restore, and a second call waits for it. The default deadline is 50 hours.
 *
 * @example
 * const contract = await getArchivedObject({ bucket: 'originals', key: 'contract.pdf', tier: 'Expedited' });
 * await contract.toFile('contract.pdf');
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {CapacityError} S3 does not have enough capacity for `Expedited` now.
 * @throws {WaitError} S3 ended the restore without a restored copy.
 * @throws {DeadlineError} the object was not restored within 50 hours, or `timeoutMs`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html
 */
export const getArchivedObject: Operation<
  GetArchivedObjectInput,
  FetchedObject,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = task(() => ({
  name: 'getArchivedObject',
  input: z.strictObject({
    ...objectVersionReference(),
    days: restoreDays(),
    tier: z.optional(z.enum(restoreTiers)),
    onProgress: z.optional(
      z.custom<NonNullable<GetArchivedObjectInput['onProgress']>>((value) => typeof value === 'function', 'a function'),
    ),
  }),
  uses: [headObject, restoreObject, waitForRestoredObject, getObject],
  timeoutMs: 180_000_000,
  run: async (members, options, steps) => {
    const { bucket, key, versionId } = members;
    const version = { bucket, key, versionId };
    const head = await headObject(version, options);
    if (isArchived(head)) await makeReadable(members, head, { options, steps });
    return getObject(version, options);
  },
}));

const makeReadable = async (
  { bucket, key, versionId, days = 1, tier, onProgress }: GetArchivedObjectInput,
  { archiveStatus, restore }: ObjectHead,
  { options, steps }: { readonly options: CallOptions; readonly steps: TaskSteps },
): Promise<void> => {
  const version = { bucket, key, versionId };
  if (!restore) await restoreObject({ ...version, tier, ...(archiveStatus === undefined && { days }) }, options);
  if (restore?.ongoing === false) return;
  try {
    await waitForRestoredObject(version, { ...options, onProgress });
  } catch (error) {
    const isOver = error instanceof WaitError || error instanceof NotFoundError;
    if (!isOver) steps.note(`S3 may still restore the object ${key}: call again to wait for it`);
    throw error;
  }
};
