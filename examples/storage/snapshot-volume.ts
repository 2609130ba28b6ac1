// Takes a snapshot of a volume, prints its progress, and creates a larger volume from it. Creates: two volumes and a snapshot, deleted at the end.
import { createSnapshot, createVolume, deleteSnapshot, deleteVolume } from '@arch/storage';

const availabilityZone = `${process.env['AWS_REGION'] ?? 'us-east-1'}a`;
const volume = await createVolume({ availabilityZone, sizeGiB: 8 }, { wait: true });

const onProgress = ({ state }: { state: string }): void => console.log(state);
const { snapshotId } = await createSnapshot(volume, { wait: { onProgress } });

const larger = await createVolume({ availabilityZone, snapshotId, sizeGiB: 16 }, { wait: true });
console.log(larger.volumeId, larger.sizeGiB, 'GiB, encrypted:', larger.encrypted);

await Promise.all([deleteVolume(volume), deleteVolume(larger), deleteSnapshot(snapshotId)]);
