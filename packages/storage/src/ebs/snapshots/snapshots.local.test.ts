import { expect, it } from 'vitest';

import { createVolume, deleteVolume } from '../volumes/index.js';
import { copySnapshot, createSnapshot, deleteSnapshot } from './index.js';
import { describeSnapshotAttribute } from './sharing/index.js';

it('copies a snapshot from another region, which is private', async () => {
  const region = 'us-west-2';
  const wait = { pollMs: 50 };
  const { volumeId } = await createVolume({ availabilityZone: 'us-west-2a', sizeGiB: 1 }, { region, wait });
  const { snapshotId } = await createSnapshot(volumeId, { region, wait });
  const copy = await copySnapshot({ sourceRegion: region, sourceSnapshotId: snapshotId }, { wait });
  expect(copy.volumeSizeGiB).toBe(1);
  // moto ignores CreateVolumePermission, so the sharing is tested without it.
  expect((await describeSnapshotAttribute(copy)).createVolumePermissions).toEqual([]);
  await Promise.all([deleteSnapshot(copy), deleteSnapshot(snapshotId, { region }), deleteVolume(volumeId, { region })]);
});
