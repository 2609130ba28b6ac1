import { ConflictError } from '@arch/core';
import { expect, it } from 'vitest';

import { createBucket, deleteBucket } from '../buckets/index.js';
import { deleteObject, getObjectText, headObject, putObject } from '../objects/index.js';
import { restorePrefix } from '../objects/prefixes/index.js';
import { archiveObject, describeObjectRetention, getArchivedObject, restoreObject } from './index.js';
import { preservationReport } from './preservation/index.js';

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

  await putObject({ bucket, key: 'draft.txt', body: 'draft' });
  expect(await preservationReport(bucket)).toMatchObject({
    versioning: 'Enabled',
    objectLock: true,
    // The original version is not locked, nor is the draft.
    locked: { versionCount: 1, sizeBytes: 6 },
    unlocked: { versionCount: 2, sizeBytes: 11 },
    lostOnDeletion: { versionCount: 0 },
    lockedUntil: [{ year: retainUntilDate?.getUTCFullYear(), versionCount: 1 }],
  });
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

it('restores a prefix, waits, and reads the archived objects', async () => {
  const { bucket } = await createBucket('local-restore-prefix');
  for (const key of ['2019/a.pdf', '2019/b.pdf'])
    await putObject({ bucket, key, body: 'signed', storageClass: 'DEEP_ARCHIVE' });
  await putObject({ bucket, key: '2019/c.pdf', body: 'signed' });
  // The local AWS restores within seconds; AWS needs hours.
  const wait = { pollMs: 100 };
  expect(await restorePrefix({ bucket, prefix: '2019/', days: 1 }, { wait })).toEqual({
    bucket,
    prefix: '2019/',
    objectCount: 2,
    sizeBytes: 12,
    readableCount: 1,
    tieringCount: 0,
    failed: [],
  });
  for (const key of ['2019/a.pdf', '2019/b.pdf', '2019/c.pdf'])
    expect(await (await getArchivedObject({ bucket, key })).text()).toBe('signed');
  expect(await preservationReport(bucket)).toMatchObject({
    versioning: 'Disabled',
    objectLock: false,
    unlocked: { versionCount: 3 },
    lostOnDeletion: { versionCount: 3 },
  });
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
