import { NotFoundError } from '@arch/core';
import { type CallOptions, type Waiter, waiter, type WaitOptions, z } from '@arch/core/builder';

import { inParallel } from '../../in-parallel.js';
import { isArchived } from '../../is-archived.js';
import { headObject, type ListedObject, listObjects } from '../index.js';
import type { PrefixRestore } from './prefix-restore.js';
import type { FailedObject } from './prefix-result.js';

/** Waits until S3 restores none of the objects any more, and returns the restored objects and the others. */
export const waitForRestores = (requested: PrefixRestore, options: CallOptions & WaitOptions): Promise<PrefixRestore> =>
  waitFor({ place: `s3://${requested.bucket}/${requested.prefix}`, requested }, options);

interface Requested {
  /** The objects, for messages. */
  readonly place: string;
  readonly requested: PrefixRestore;
}

const waitFor: Waiter<Requested, PrefixRestore> = waiter(() => ({
  name: 'restorePrefix',
  key: 'place',
  input: z.strictObject({ place: z.string(), requested: z.custom<PrefixRestore>() }),
  uses: [listObjects, headObject],
  timeoutMs: 176_400_000,
  pollMs: 60_000,
  look: async ({ requested }, options) => {
    const { ongoingCount, ...restored } = await checkRestores(requested, options);
    const { objectCount } = restored;
    return {
      verdict: ongoingCount > 0 ? 'pending' : 'reached',
      state: ongoingCount > 0 ? 'restoring' : 'restored',
      reason: `${objectCount} of ${objectCount + ongoingCount} objects are restored`,
      value: { ...requested, ...restored },
    };
  },
}));

type Restores = Pick<PrefixRestore, 'objectCount' | 'sizeBytes' | 'failed'> & { readonly ongoingCount: number };

type RestoreState = 'ongoing' | 'restored' | 'none' | 'deleted';

const checkRestores = async (
  { bucket, prefix, failed: earlier }: PrefixRestore,
  options: CallOptions,
): Promise<Restores> => {
  const { signal = new AbortController().signal } = options;
  const known = new Set(earlier.map(({ key }) => key));
  const failed: FailedObject[] = [...earlier];
  let [objectCount, sizeBytes, ongoingCount] = [0, 0, 0];
  const objects = listObjects({ bucket, prefix, aws: { OptionalObjectAttributes: ['RestoreStatus'] } }, options);
  await inParallel(objects, { concurrency: 8, signal }, async (object, either) => {
    if (!isArchived(object) || known.has(object.key)) return;
    const state = stateOf(object) ?? (await requestState({ bucket, key: object.key }, { ...options, signal: either }));
    if (state === 'ongoing') ongoingCount++;
    else if (state === 'none') failed.push(notRestored(object));
    else if (state === 'restored') {
      objectCount++;
      sizeBytes += object.sizeBytes;
    }
  });
  return { objectCount, sizeBytes, ongoingCount, failed };
};

/** Reads the state from the listing. https://docs.aws.amazon.com/AmazonS3/latest/API/API_RestoreStatus.html */
const stateOf = ({ aws }: ListedObject): RestoreState | undefined => {
  const { RestoreStatus: status } = aws as {
    readonly RestoreStatus?: { readonly IsRestoreInProgress?: boolean; readonly RestoreExpiryDate?: Date };
  };
  if (status?.IsRestoreInProgress === true) return 'ongoing';
  return status?.RestoreExpiryDate === undefined ? undefined : 'restored';
};

/** For objects without a restore, and stores whose listings do not contain it. */
const requestState = async (
  object: { readonly bucket: string; readonly key: string },
  options: CallOptions,
): Promise<RestoreState> => {
  try {
    const { restore } = await headObject(object, options);
    if (!restore) return 'none';
    return restore.ongoing ? 'ongoing' : 'restored';
  } catch (error) {
    if (error instanceof NotFoundError && error.resource !== 'bucket') return 'deleted';
    throw error;
  }
};

const notRestored = ({ key }: ListedObject): FailedObject => ({
  key,
  code: 'NotRestored',
  message: `restorePrefix: S3 has no restored copy of ${key}: it was archived later, or its copy has expired. Call again.`,
});
