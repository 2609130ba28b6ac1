import {
  alreadyExists,
  awsQuery,
  capacity,
  conflict,
  denied,
  notFound,
  quota,
  type Service,
  throttled,
} from '@arch/core/builder';
import { RedshiftClient } from '@aws-sdk/client-redshift';

/** The provisioned clusters of Redshift. Many error codes in its responses lack the suffix `Fault` of the SDK's names. */
export const redshift: Service = {
  id: 'Redshift',
  client: RedshiftClient,
  protocol: awsQuery,
  prefix: 'redshift',
  arns: {
    cluster: 'arn:aws:redshift:*:*:cluster:{clusterIdentifier}',
    snapshot: 'arn:aws:redshift:*:*:snapshot:{clusterIdentifier}/{snapshotIdentifier}',
  },
  errors: {
    AccessToSnapshotDenied: denied({ remedy: 'The owner of the snapshot must share it with this account.' }),
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
    DependentServiceUnavailableFault: conflict({ remedy: 'The problem is temporary: call again in a minute.' }),
    InsufficientClusterCapacity: capacity({ remedy: 'Try another node type or Availability Zone.' }),
    InvalidClusterSnapshotState: conflict({
      resource: 'cluster snapshot',
      member: 'snapshotIdentifier',
      remedy: 'Wait until the snapshot is available.',
    }),
    InvalidClusterState: conflict({
      resource: 'cluster',
      member: 'clusterIdentifier',
      remedy: 'Wait until the cluster is available. If it is paused, resume it with resumeRedshiftCluster.',
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
