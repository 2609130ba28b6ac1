export {
  type RedshiftClusterSettings,
  type RedshiftNodeType,
  redshiftNodeTypes,
} from '../redshift-cluster-settings.js';
export type { RedshiftEndpoint } from '../redshift-endpoint.js';
export { createRedshiftCluster } from './create-redshift-cluster.js';
export type { CreateRedshiftClusterInput } from './create-redshift-cluster-input.js';
export {
  type DeletedRedshiftCluster,
  deleteRedshiftCluster,
  type DeleteRedshiftClusterInput,
} from './delete-redshift-cluster.js';
export { describeRedshiftCluster, type DescribeRedshiftClusterInput } from './describe-redshift-cluster.js';
export { listRedshiftClusters, type ListRedshiftClustersInput } from './list-redshift-clusters.js';
export { pauseRedshiftCluster, type PauseRedshiftClusterInput } from './pause-redshift-cluster.js';
export { redshiftCluster, type RedshiftCluster, type RedshiftRestoreStatus } from './redshift-cluster.js';
export { type RedshiftClusterState, redshiftClusterStates } from './redshift-cluster-state.js';
export { resumeRedshiftCluster, type ResumeRedshiftClusterInput } from './resume-redshift-cluster.js';
export {
  type RedshiftClusterGoal,
  redshiftClusterGoals,
  waitForRedshiftCluster,
  type WaitForRedshiftClusterInput,
} from './wait-for-redshift-cluster.js';
