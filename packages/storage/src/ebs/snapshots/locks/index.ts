export { describeLockedSnapshot, type DescribeLockedSnapshotInput } from './describe-locked-snapshot.js';
export { listLockedSnapshots, type ListLockedSnapshotsInput } from './list-locked-snapshots.js';
export { type LockDuration, lockSnapshot, type LockSnapshotInput } from './lock-snapshot.js';
export { type LockMode, lockModes, type LockState, lockStates, type SnapshotLock } from './snapshot-lock.js';
export { unlockSnapshot, type UnlockSnapshotInput } from './unlock-snapshot.js';
