// Enlarges a volume while it exists, and waits until the new size can be used. Makes: a volume, deleted at the end.
import { createVolume, deleteVolume, modifyVolume, waitForVolumeModification } from '@arch/storage';

const availabilityZone = `${process.env['AWS_REGION'] ?? 'us-east-1'}a`;
const { volumeId } = await createVolume({ availabilityZone, sizeGiB: 8 }, { wait: true });

const onProgress = ({ state }: { state: string }): void => console.log(state);
const changed = await modifyVolume({ volumeId, sizeGiB: 16 }, { wait: { onProgress } });
console.log(volumeId, changed.originalSizeGiB, 'GiB, now', changed.targetSizeGiB, 'GiB');

// The volume has its full new performance only now.
await waitForVolumeModification({ volumeId, state: 'completed' }, { timeoutMs: 24 * 3_600_000 });
await deleteVolume(volumeId);
