export {
  createRedshiftClusterSnapshot,
  type CreateRedshiftClusterSnapshotInput,
} from './create-redshift-cluster-snapshot.js';
export {
  deleteRedshiftClusterSnapshot,
  type DeleteRedshiftClusterSnapshotInput,
} from './delete-redshift-cluster-snapshot.js';
export {
  describeRedshiftClusterSnapshot,
  type DescribeRedshiftClusterSnapshotInput,
} from './describe-redshift-cluster-snapshot.js';
export {
  listRedshiftClusterSnapshots,
  type ListRedshiftClusterSnapshotsInput,
} from './list-redshift-cluster-snapshots.js';
export {
  type RedshiftClusterSnapshot,
  type RedshiftClusterSnapshotState,
  redshiftClusterSnapshotStates,
} from './redshift-cluster-snapshot.js';
export { restoreRedshiftCluster, type RestoreRedshiftClusterInput } from './restore-redshift-cluster.js';
export {
  waitForRedshiftClusterSnapshot,
  type WaitForRedshiftClusterSnapshotInput,
} from './wait-for-redshift-cluster-snapshot.js';
