import { input, waiter, type Waiter } from '@arch/core/builder';

import { headObject, type ObjectHead } from '../objects/index.js';
import { type ObjectVersionReference, objectVersionReference } from '../object-version-reference.js';
import { isArchived } from '../is-archived.js';

export type WaitForRestoredObjectInput = Omit<ObjectVersionReference, 'aws'>;

/**
 * Waits until an archived object can be read. This takes minutes with `Expedited`, hours with the other tiers, and up to 48 hours with `Bulk`
 * for `DEEP_ARCHIVE`. The function checks every minute. The default deadline is 49 hours.
 *
 * @example
 * const { restore } = await waitForRestoredObject({ bucket: 'originals', key: 'contract.pdf' });
 * @throws {WaitError} no restore was requested, or S3 has already removed the restored copy.
 * @throws {DeadlineError} the object was not restored within 49 hours, or `timeoutMs`.
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
    const { storageClass, restore } = head;
    if (!isArchived(head)) return { verdict: 'reached', state: storageClass, value: head };
    if (!restore) {
      const reason = 'no restore is in progress; request one with restoreObject';
      return { verdict: 'failed', state: 'archived', reason, value: head };
    }
    return {
      verdict: restore.ongoing ? 'pending' : 'reached',
      state: restore.ongoing ? 'restoring' : 'restored',
      value: head,
    };
  },
}));
