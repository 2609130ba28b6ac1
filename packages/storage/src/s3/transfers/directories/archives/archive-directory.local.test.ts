import { ConflictError } from '@arch/core';
import { expect, it } from 'vitest';

import { describeObjectRetention } from '../../../archives/index.js';
import { createBucket, deleteBucket } from '../../../buckets/index.js';
import { getObject } from '../../../objects/contents/index.js';
import { deleteObject, getObjectBytes } from '../../../objects/index.js';
import { temporaryFolder } from '../__fixtures__/temporary-folder.js';
import { archiveDirectory, type ArchiveManifest } from './index.js';

it('archives a directory with a manifest, all of them locked', async () => {
  await using folder = await temporaryFolder();
  await folder.write('a/1.txt', 'first');
  // In one part, because MiniStack ignores the retention of a multipart upload.
  await folder.write('große Datei.bin', 'x'.repeat(6_000_000));
  const { bucket } = await createBucket({ bucket: 'local-archive-directory', objectLock: true });
  const archived = await archiveDirectory({
    from: folder.path,
    bucket,
    prefix: '2026',
    retain: { days: 1 },
    storageClass: 'GLACIER_IR',
  });
  expect(archived).toMatchObject({
    archivedFiles: 2,
    archivedBytes: 6_000_005,
    unlocked: [],
    isLocked: true,
    failed: [],
  });

  const { key, versionId } = archived.manifest;
  const { files } = JSON.parse(
    Buffer.from(await getObjectBytes({ bucket, key, versionId })).toString(),
  ) as ArchiveManifest;
  expect(files.map(({ path, sizeBytes }) => [path, sizeBytes])).toEqual([
    ['a/1.txt', 5],
    ['große Datei.bin', 6_000_000],
  ]);
  for (const file of [...files, archived.manifest]) {
    const version = { bucket, key: file.key, versionId: file.versionId };
    expect(await describeObjectRetention(version)).toMatchObject({ mode: 'GOVERNANCE' });
    await expect(deleteObject(version)).rejects.toThrow(ConflictError);
  }
  expect((await getObject({ bucket, key: '2026/a/1.txt' })).storageClass).toBe('GLACIER_IR');
  await deleteBucket({ bucket, empty: true, bypassGovernanceRetention: true });
});
