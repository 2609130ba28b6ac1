export { createSnapshot, type CreateSnapshotInput } from './create-snapshot.js';
export { deleteSnapshot, type DeleteSnapshotInput } from './delete-snapshot.js';
export { describeSnapshot, type DescribeSnapshotInput } from './describe-snapshot.js';
export { listSnapshots, type ListSnapshotsInput } from './list-snapshots.js';
export { type Snapshot, type SnapshotState, snapshotStates } from './snapshot.js';
export { waitForSnapshot, type WaitForSnapshotInput } from './wait-for-snapshot.js';
