import { input, waiter, type Waiter } from '@arch/core/builder';

import { headObject, type ObjectHead } from '../objects/index.js';
import { type ObjectVersionReference, objectVersionReference } from './object-retention.js';

export type WaitForRestoredObjectInput = Omit<ObjectVersionReference, 'aws'>;

/**
 * Waits until an archived object can be read: minutes for `Expedited`, hours for the others, up to two days for `Bulk` from `DEEP_ARCHIVE`.
 * Looks every minute, for at most 49 hours.
 *
 * @example
 * const { restore } = await waitForRestoredObject({ bucket: 'originals', key: 'contract.pdf' });
 * @throws {WaitError} nobody has asked for a restore, or the copy is gone again.
 * @throws {NotFoundError} there is no such object or version.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html
 */
export const waitForRestoredObject: Waiter<
  WaitForRestoredObjectInput,
  ObjectHead,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = waiter(() => ({
  name: 'waitForRestoredObject',
  key: 'key',
  input: input<WaitForRestoredObjectInput>(objectVersionReference()),
  uses: [headObject],
  timeoutMs: 176_400_000,
  pollMs: 60_000,
  look: async (members, options) => {
    const head = await headObject(members, options);
    const { storageClass, archiveStatus, restore } = head;
    const isArchived = archiveStatus !== undefined || ['GLACIER', 'DEEP_ARCHIVE'].includes(storageClass);
    if (!isArchived) return { verdict: 'reached', state: storageClass, value: head };
    if (!restore) {
      return { verdict: 'failed', state: 'archived', reason: 'No restore of it is going on.', value: head };
    }
    return {
      verdict: restore.ongoing ? 'pending' : 'reached',
      state: restore.ongoing ? 'restoring' : 'restored',
      value: head,
    };
  },
}));
