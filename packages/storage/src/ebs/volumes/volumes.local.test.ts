import { expect, it } from 'vitest';

import { createSnapshot, deleteSnapshot, listSnapshots } from '../snapshots/index.js';
import { createVolume, deleteVolume, describeVolume, listVolumes } from './index.js';

it('creates a volume, a snapshot of it and a volume from the snapshot, and deletes all', async () => {
  const wait = { pollMs: 50 };
  const { volumeId, encrypted } = await createVolume(
    { availabilityZone: 'us-east-1a', sizeGiB: 8, tags: { test: 'local' } },
    { wait },
  );
  expect(encrypted).toBe(true);
  const { snapshotId } = await createSnapshot({ volumeId, description: 'local' }, { wait });
  const copy = await createVolume({ availabilityZone: 'us-east-1b', snapshotId }, { wait });
  expect(copy.snapshotId).toBe(snapshotId);
  expect(await listVolumes({ tags: { test: 'local' } }).count()).toBe(1);
  expect(await listSnapshots({ volumeId }).count()).toBe(1);
  await Promise.all([deleteVolume(volumeId, { wait }), deleteVolume(copy, { wait })]);
  await deleteSnapshot(snapshotId);
  await expect(describeVolume(volumeId)).rejects.toThrow('does not exist in this account and region');
});
