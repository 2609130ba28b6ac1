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
    AccessToSnapshotDenied: denied({ remedy: 'The owner of the snapshot has to share it with this account.' }),
    ClusterAlreadyExists: alreadyExists({ resource: 'cluster', member: 'clusterIdentifier' }),
    ClusterNotFound: notFound({ resource: 'cluster', member: 'clusterIdentifier' }),
    ClusterParameterGroupNotFound: notFound({
      resource: 'cluster parameter group',
      member: 'clusterParameterGroupName',
    }),
    ClusterQuotaExceeded: quota(),
    ClusterSnapshotAlreadyExists: alreadyExists({ resource: 'cluster snapshot', member: 'snapshotIdentifier' }),
    ClusterSnapshotNotFound: notFound({ resource: 'cluster snapshot', member: 'snapshotIdentifier' }),
    ClusterSnapshotQuotaExceeded: quota(),
    ClusterSubnetGroupNotFoundFault: notFound({ resource: 'cluster subnet group', member: 'clusterSubnetGroupName' }),
    DependentServiceRequestThrottlingFault: throttled(),
    DependentServiceUnavailableFault: conflict({ remedy: 'It passes by itself: try again in a minute.' }),
    InsufficientClusterCapacity: capacity({ remedy: 'Try another node type or Availability Zone.' }),
    InvalidClusterSnapshotState: conflict({
      resource: 'cluster snapshot',
      member: 'snapshotIdentifier',
      remedy: 'Wait until it is available.',
    }),
    InvalidClusterState: conflict({
      resource: 'cluster',
      member: 'clusterIdentifier',
      remedy: 'Is it available, neither paused nor changing?',
    }),
    InvalidClusterSubnetGroupStateFault: conflict({
      resource: 'cluster subnet group',
      member: 'clusterSubnetGroupName',
    }),
    InvalidVPCNetworkStateFault: conflict(),
    LimitExceededFault: quota(),
    NumberOfNodesPerClusterLimitExceeded: quota(),
    NumberOfNodesQuotaExceeded: quota(),
    TagLimitExceededFault: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_',
};
