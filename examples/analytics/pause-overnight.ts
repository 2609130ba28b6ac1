// Keeps a Redshift cluster in a snapshot, pauses it for the night and resumes it in the morning, with every state on the way. Makes: one cluster and one snapshot, deleted at the end.
import {
  createRedshiftCluster,
  createRedshiftClusterSnapshot,
  deleteRedshiftCluster,
  deleteRedshiftClusterSnapshot,
  pauseRedshiftCluster,
  resumeRedshiftCluster,
} from '@arch/analytics';

const clusterIdentifier = `reports-${Date.now()}`;
const telling = (what: string) => ({
  wait: { onProgress: ({ state }: { state: string }) => console.log(what, state) },
});
const cluster = await createRedshiftCluster({ clusterIdentifier, nodeType: 'ra3.large' }, telling('cluster'));

try {
  const snapshotIdentifier = `${clusterIdentifier}-evening`;
  const snapshot = await createRedshiftClusterSnapshot({ snapshotIdentifier, clusterIdentifier }, telling('snapshot'));
  await pauseRedshiftCluster(cluster, telling('in the evening'));
  const { endpoint } = await resumeRedshiftCluster(cluster, telling('in the morning'));
  console.log('port', endpoint?.port, 'answers again');
  await deleteRedshiftClusterSnapshot(snapshot);
} finally {
  await deleteRedshiftCluster({ clusterIdentifier, skipFinalClusterSnapshot: true }, telling('cluster'));
}
