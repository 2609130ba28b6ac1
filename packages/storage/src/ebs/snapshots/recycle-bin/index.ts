export { listSnapshotsInRecycleBin, type ListSnapshotsInRecycleBinInput } from './list-snapshots-in-recycle-bin.js';
export type { RecycledSnapshot } from './recycled-snapshot.js';
export {
  restoreSnapshotFromRecycleBin,
  type RestoreSnapshotFromRecycleBinInput,
} from './restore-snapshot-from-recycle-bin.js';
export type { RestoredSnapshot } from './restored-snapshot.js';
