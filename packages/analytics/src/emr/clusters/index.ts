export { describeEmrCluster, type DescribeEmrClusterInput } from './describe-emr-cluster.js';
export {
  type EmrApplication,
  type EmrCluster,
  type EmrClusterError,
  type EmrClusterState,
  emrClusterStates,
  type ListedEmrCluster,
} from './emr-cluster.js';
export type { EmrClusterReference, StartedEmrCluster } from './emr-cluster-reference.js';
export type { EmrInstanceGroup, EmrInstances, EmrVolume } from './emr-instances.js';
export {
  type BootstrapAction,
  type EmrApplicationName,
  emrApplications,
  type RunJobFlowInput,
} from './run-job-flow-input.js';
export { listEmrClusters, type ListEmrClustersInput } from './list-emr-clusters.js';
export { runJobFlow } from './run-job-flow.js';
export {
  setEmrTerminationProtection,
  type SetEmrTerminationProtectionInput,
} from './set-emr-termination-protection.js';
export { terminateEmrCluster, type TerminateEmrClusterInput } from './terminate-emr-cluster.js';
export {
  type EmrClusterGoal,
  emrClusterGoals,
  waitForEmrCluster,
  type WaitForEmrClusterInput,
} from './wait-for-emr-cluster.js';
