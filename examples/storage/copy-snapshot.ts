// Copies a snapshot to another region, encrypted. Makes: a volume and two snapshots, deleted at the end.
import { copySnapshot, createSnapshot, createVolume, deleteSnapshot, deleteVolume } from '@arch/storage';

const sourceRegion = 'us-west-2';
const source = { region: sourceRegion };
const volume = await createVolume({ availabilityZone: `${sourceRegion}a`, sizeGiB: 1 }, { ...source, wait: true });
const { snapshotId: sourceSnapshotId } = await createSnapshot(volume, { ...source, wait: true });

const { snapshotId } = await copySnapshot({ sourceRegion, sourceSnapshotId }, { wait: true });
console.log(sourceSnapshotId, 'in', sourceRegion, 'was copied to', snapshotId);

await Promise.all([deleteSnapshot(snapshotId), deleteSnapshot(sourceSnapshotId, source), deleteVolume(volume, source)]);
