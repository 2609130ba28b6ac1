export { describeFastSnapshotRestore } from './describe-fast-snapshot-restore.js';
export { disableFastSnapshotRestore } from './disable-fast-snapshot-restore.js';
export { enableFastSnapshotRestore } from './enable-fast-snapshot-restore.js';
export type { FastSnapshotRestoreInput } from './fast-snapshot-restore-input.js';
export {
  type FastSnapshotRestore,
  type FastSnapshotRestoreState,
  fastSnapshotRestoreStates,
} from './fast-snapshot-restore.js';
export { listFastSnapshotRestores, type ListFastSnapshotRestoresInput } from './list-fast-snapshot-restores.js';
export {
  type FastSnapshotRestoreGoal,
  fastSnapshotRestoreGoals,
  waitForFastSnapshotRestore,
  type WaitForFastSnapshotRestoreInput,
} from './wait-for-fast-snapshot-restore.js';
