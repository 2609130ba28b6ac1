import { ConflictError } from '@arch/core';
import { expect, it } from 'vitest';

import { createBucket, deleteBucket } from '../buckets/index.js';
import { deleteObject, getObjectText, headObject, putObject } from '../objects/index.js';
import { archiveObject, describeObjectRetention, restoreObject } from './index.js';

it('locks an archived object for 7 years; the error of a deletion contains the date', async () => {
  const { bucket } = await createBucket({ bucket: 'local-originals', objectLock: true });
  const version = { bucket, key: 'contract.pdf' };
  await putObject({ ...version, body: 'signed' });
  const archived = await archiveObject({ ...version, storageClass: 'GLACIER_IR', retain: { years: 7 } });
  const { versionId, retainUntilDate } = archived;
  expect(retainUntilDate?.getUTCFullYear()).toBe(new Date().getUTCFullYear() + 7);
  expect(await describeObjectRetention(version)).toMatchObject({ mode: 'GOVERNANCE', retainUntilDate });
  expect(await headObject(version)).toMatchObject({ storageClass: 'GLACIER_IR', versionId });
  expect(await getObjectText(version)).toBe('signed');

  const deleting = deleteObject({ ...version, versionId });
  await expect(deleting).rejects.toThrow(ConflictError);
  await expect(deleting).rejects.toThrow(
    `The version's retention in GOVERNANCE mode ends at ${retainUntilDate?.toISOString()}`,
  );
  await expect(deleteBucket({ bucket, empty: true })).rejects.toThrow(ConflictError);
  await deleteBucket({ bucket, empty: true, bypassGovernanceRetention: true });
});

it('starts the restore of an archived object', async () => {
  const { bucket } = await createBucket('local-restore');
  const object = { bucket, key: 'contract.pdf' };
  await putObject({ ...object, body: 'signed', storageClass: 'GLACIER' });
  await expect(getObjectText(object)).rejects.toThrow(ConflictError);
  // MiniStack restores immediately; AWS needs hours.
  expect(await restoreObject({ ...object, days: 1 })).toEqual(object);
  expect((await headObject(object)).restore).toBeDefined();
  await deleteBucket({ bucket, empty: true });
});

it('rejects a retention in a bucket without Object Lock', async () => {
  const { bucket } = await createBucket('local-unlocked');
  const object = { bucket, key: 'contract.pdf' };
  await putObject({ ...object, body: 'signed' });
  await expect(archiveObject({ ...object, retain: { days: 1 } })).rejects.toThrow('objectLock: true');
  await expect(describeObjectRetention(object)).rejects.toThrow(ConflictError);
  await deleteBucket({ bucket, empty: true });
});
