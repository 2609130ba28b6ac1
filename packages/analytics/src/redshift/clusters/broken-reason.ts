import type { RedshiftCluster } from './redshift-cluster.js';

/**
 * The reasons for states that do not end without another call. https://docs.aws.amazon.com/redshift/latest/mgmt/rs-mgmt-cluster-status.html
 */
const reasons: Readonly<Record<string, string>> = {
  'hardware-failure':
    'The hardware has failed, and the node of a single-node cluster cannot be replaced; restore a snapshot.',
  'incompatible-hsm': 'Redshift cannot connect to the hardware security module.',
  'incompatible-network': 'Redshift cannot use the network; check that the VPC exists, and its settings.',
  'incompatible-parameters': 'A value in the parameter group is not valid.',
  'incompatible-restore': 'The cluster could not be restored from the snapshot; use another snapshot.',
  'storage-full': 'The storage is full; resize the cluster.',
};

/** Returns the reason why a cluster cannot be used without another call; `undefined` if it has no such problem. */
export const brokenReason = ({
  clusterStatus,
  clusterAvailabilityStatus,
  restoreStatus,
}: RedshiftCluster): string | undefined => {
  const reason = reasons[clusterStatus];
  if (reason !== undefined) return reason;
  if (clusterStatus.startsWith('incompatible-')) return 'Redshift cannot use a resource that the cluster requires.';
  if (restoreStatus?.status === 'failed') return reasons['incompatible-restore'];
  return clusterAvailabilityStatus === 'Failed' ? 'The cluster has failed and cannot run queries.' : undefined;
};
