import {
  alreadyExists,
  capacity,
  conflict,
  denied,
  notFound,
  quota,
  type Service,
  throttled,
} from '@arch/core/builder';
import { RedshiftClient } from '@aws-sdk/client-redshift';

/** Redshift's provisioned clusters, as the operations of this package call them. Its wire codes lack the `Fault` that the SDK's names end in. */
export const redshift: Service = {
  id: 'Redshift',
  client: RedshiftClient,
  prefix: 'redshift',
  arns: {
    cluster: 'arn:aws:redshift:*:*:cluster:*',
    snapshot: 'arn:aws:redshift:*:*:snapshot:*/*',
  },
  errors: {
    AccessToSnapshotDenied: denied(
      undefined,
      undefined,
      'The owner of the snapshot has to share it with this account.',
    ),
    ClusterAlreadyExists: alreadyExists('cluster', 'clusterIdentifier'),
    ClusterNotFound: notFound('cluster', 'clusterIdentifier'),
    ClusterParameterGroupNotFound: notFound('cluster parameter group', 'clusterParameterGroupName'),
    ClusterQuotaExceeded: quota(),
    ClusterSnapshotAlreadyExists: alreadyExists('cluster snapshot', 'snapshotIdentifier'),
    ClusterSnapshotNotFound: notFound('cluster snapshot', 'snapshotIdentifier'),
    ClusterSnapshotQuotaExceeded: quota(),
    ClusterSubnetGroupNotFoundFault: notFound('cluster subnet group', 'clusterSubnetGroupName'),
    DependentServiceRequestThrottlingFault: throttled(),
    DependentServiceUnavailableFault: conflict(undefined, undefined, 'It passes by itself: try again in a minute.'),
    InsufficientClusterCapacity: capacity(undefined, undefined, 'Try another node type or Availability Zone.'),
    InvalidClusterSnapshotState: conflict('cluster snapshot', 'snapshotIdentifier', 'Wait until it is available.'),
    InvalidClusterState: conflict('cluster', 'clusterIdentifier', 'Is it available, neither paused nor changing?'),
    InvalidClusterSubnetGroupStateFault: conflict('cluster subnet group', 'clusterSubnetGroupName'),
    InvalidVPCNetworkStateFault: conflict(),
    LimitExceededFault: quota(),
    NumberOfNodesPerClusterLimitExceeded: quota(),
    NumberOfNodesQuotaExceeded: quota(),
    TagLimitExceededFault: quota(),
    UnsupportedOperation: conflict(),
  },
  documentation: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_',
};
