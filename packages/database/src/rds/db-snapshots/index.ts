export { createDbSnapshot, type CreateDbSnapshotInput } from './create-db-snapshot.js';
export { type DbSnapshot, type DbSnapshotState, dbSnapshotStates } from './db-snapshot.js';
export { deleteDbSnapshot, type DeleteDbSnapshotInput } from './delete-db-snapshot.js';
export { describeDbSnapshot, type DescribeDbSnapshotInput } from './describe-db-snapshot.js';
export { listDbSnapshots, type ListDbSnapshotsInput } from './list-db-snapshots.js';
export { waitForDbSnapshot, type WaitForDbSnapshotInput } from './wait-for-db-snapshot.js';
