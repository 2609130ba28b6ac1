import { alreadyExists, capacity, conflict, notFound, quota, type Service } from '@arch/core/builder';
import { RedshiftClient } from '@aws-sdk/client-redshift';

/** Redshift's provisioned clusters, as the operations of this package call them. */
export const redshift: Service = {
  id: 'Redshift',
  client: RedshiftClient,
  prefix: 'redshift',
  arns: {
    cluster: 'arn:aws:redshift:*:*:cluster:*',
    snapshot: 'arn:aws:redshift:*:*:snapshot:*/*',
  },
  errors: {
    ClusterAlreadyExists: alreadyExists('cluster', 'clusterIdentifier'),
    ClusterNotFound: notFound('cluster', 'clusterIdentifier'),
    ClusterQuotaExceeded: quota(),
    ClusterSnapshotAlreadyExists: alreadyExists('cluster snapshot', 'snapshotIdentifier'),
    ClusterSnapshotNotFound: notFound('cluster snapshot', 'snapshotIdentifier'),
    ClusterSnapshotQuotaExceeded: quota(),
    ClusterSubnetGroupNotFoundFault: notFound('cluster subnet group', 'clusterSubnetGroupName'),
    InsufficientClusterCapacity: capacity(undefined, undefined, 'Try another node type or Availability Zone.'),
    InvalidClusterSnapshotState: conflict('cluster snapshot', 'snapshotIdentifier', 'Wait until it is available.'),
    InvalidClusterState: conflict('cluster', 'clusterIdentifier', 'Is it available, neither paused nor changing?'),
    NumberOfNodesPerClusterLimitExceeded: quota(),
    NumberOfNodesQuotaExceeded: quota(),
    UnsupportedOperation: conflict(),
  },
  documentation: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_',
};
