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
const wait = { onProgress: ({ state }: { state: string }): void => console.log(state) };
const cluster = await createRedshiftCluster({ clusterIdentifier, nodeType: 'ra3.large' }, { wait });

try {
  const snapshotIdentifier = `${clusterIdentifier}-evening`;
  const snapshot = await createRedshiftClusterSnapshot({ snapshotIdentifier, clusterIdentifier }, { wait });
  await pauseRedshiftCluster(cluster, { wait });
  console.log('good night');
  const { endpoint } = await resumeRedshiftCluster(cluster, { wait });
  console.log('good morning at port', endpoint?.port);
  await deleteRedshiftClusterSnapshot(snapshot);
} finally {
  await deleteRedshiftCluster({ clusterIdentifier, skipFinalClusterSnapshot: true }, { wait });
}
