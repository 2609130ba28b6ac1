import { expect, it } from 'vitest';

import { createVolume, deleteVolume } from '../index.js';
import { listVolumeModifications, modifyVolume } from './index.js';

it('enlarges a volume and changes its type', async () => {
  const { volumeId } = await createVolume({ availabilityZone: 'us-east-1a', sizeGiB: 8 }, { wait: { pollMs: 50 } });
  const done = await modifyVolume({ volumeId, sizeGiB: 16, volumeType: 'io2' }, { wait: { pollMs: 50 } });
  expect(done).toMatchObject({ originalSizeGiB: 8, targetSizeGiB: 16, targetVolumeType: 'io2' });
  expect(await listVolumeModifications({ filters: { 'volume-id': volumeId } }).count()).toBe(1);
  await deleteVolume(volumeId);
});
