// Takes a snapshot of a Redshift cluster, pauses the cluster in the evening and resumes it in the morning, and prints every state. Creates: one cluster and one snapshot, deleted at the end.
import {
  createRedshiftCluster,
  createRedshiftClusterSnapshot,
  deleteRedshiftCluster,
  deleteRedshiftClusterSnapshot,
  pauseRedshiftCluster,
  resumeRedshiftCluster,
} from '@arch/analytics';

const clusterIdentifier = `reports-${Date.now()}`;
const printing = (name: string) => ({
  wait: { onProgress: ({ state }: { state: string }) => console.log(name, state) },
});
const cluster = await createRedshiftCluster({ clusterIdentifier, nodeType: 'ra3.large' }, printing('cluster'));

try {
  const snapshotIdentifier = `${clusterIdentifier}-evening`;
  const snapshot = await createRedshiftClusterSnapshot({ snapshotIdentifier, clusterIdentifier }, printing('snapshot'));
  await pauseRedshiftCluster(cluster, printing('in the evening'));
  const { endpoint } = await resumeRedshiftCluster(cluster, printing('in the morning'));
  console.log('available at port', endpoint?.port);
  await deleteRedshiftClusterSnapshot(snapshot);
} finally {
  await deleteRedshiftCluster({ clusterIdentifier, skipFinalClusterSnapshot: true }, printing('cluster'));
}
