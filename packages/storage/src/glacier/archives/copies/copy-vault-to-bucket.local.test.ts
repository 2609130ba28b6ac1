import { expect, it } from 'vitest';

import { createBucket, deleteBucket } from '../../../s3/buckets/index.js';
import { getObjectText, headObject } from '../../../s3/objects/index.js';
import { createVault, deleteVault } from '../../vaults/index.js';
import { deleteVaultArchive } from '../index.js';
import { uploadVaultArchive } from '../uploads/index.js';
import { copyVaultToBucket } from './index.js';

it('copies the archives of a vault to a bucket with their metadata and retention, once', async () => {
  const vaultName = 'local-copy';
  await createVault(vaultName);
  const { bucket } = await createBucket({ bucket: 'local-vault-copy', objectLock: true });
  // Small archives, because moto has no ranges, and computes the plain SHA-256, which is the tree hash of content up to 1 MiB.
  const bodies = ['the first letter', 'the second letter'];
  const archives = await Promise.all(
    bodies.map((text) =>
      uploadVaultArchive({ vaultName, body: Buffer.from(text), archiveDescription: `${text.length}.txt` }),
    ),
  );

  const place = { vaultName, bucket, prefix: 'letters', tier: 'Expedited', pollMs: 200 } as const;
  const copy = await copyVaultToBucket({ ...place, retain: { days: 1 }, storageClass: 'GLACIER_IR' });
  expect(copy).toMatchObject({ copiedBytes: 33, skipped: [], failed: [] });
  expect(copy.copied.map(({ key }) => key).toSorted()).toEqual(
    archives.map(({ archiveId }) => `letters/${archiveId}`).toSorted(),
  );
  const [first] = archives;
  const object = { bucket, key: `letters/${first!.archiveId}` };
  expect(await getObjectText(object)).toBe('the first letter');
  expect(await headObject(object)).toMatchObject({
    storageClass: 'GLACIER_IR',
    objectLockMode: 'GOVERNANCE',
    metadata: {
      'vault-archive-id': first!.archiveId,
      'vault-archive-description': '16.txt',
      'vault-archive-tree-hash': first!.checksum,
    },
  });

  const again = await copyVaultToBucket(place);
  expect(again).toMatchObject({ copied: [], failed: [] });
  expect(again.skipped).toHaveLength(2);

  for (const { archiveId } of archives) await deleteVaultArchive({ vaultName, archiveId });
  await deleteVault(vaultName);
  await deleteBucket({ bucket, empty: true, bypassGovernanceRetention: true });
});
