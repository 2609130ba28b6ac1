import type { RedshiftCluster } from './redshift-cluster.js';

/** What Redshift's documentation says of the states that do not pass by themselves. https://docs.aws.amazon.com/redshift/latest/mgmt/rs-mgmt-cluster-status.html */
const reasons: Readonly<Record<string, string>> = {
  'hardware-failure':
    'Its hardware has failed, and the node of a single-node cluster cannot be replaced: restore a snapshot.',
  'incompatible-hsm': 'Redshift cannot connect to the hardware security module.',
  'incompatible-network': 'Redshift cannot use the network: the VPC may be gone, or its settings wrong.',
  'incompatible-parameters': 'A value of its parameter group cannot be used.',
  'incompatible-restore': 'It could not be restored from the snapshot: try another one.',
  'storage-full': 'It has used up its storage: give it more nodes, or other ones.',
};

/** Why a cluster does not get better by itself; nothing for one that is well. */
export const brokenReason = ({
  clusterStatus,
  clusterAvailabilityStatus,
  restoreStatus,
}: RedshiftCluster): string | undefined => {
  const reason = reasons[clusterStatus];
  if (reason !== undefined) return reason;
  if (clusterStatus.startsWith('incompatible-')) return 'Redshift cannot use something that it needs.';
  if (restoreStatus?.status === 'failed') return reasons['incompatible-restore'];
  return clusterAvailabilityStatus === 'Failed' ? 'It has failed and runs no queries.' : undefined;
};
