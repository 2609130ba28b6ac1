import {
  alreadyExists,
  awsQuery,
  capacity,
  conflict,
  denied,
  invalidRequest,
  notFound,
  quota,
  type Service,
  withoutStatement,
} from '@arch/core/builder';
import { RDSClient } from '@aws-sdk/client-rds';

/** RDS. Many error codes in its responses lack the suffix `Fault` of the SDK's names. */
export const rds: Service = {
  id: 'RDS',
  client: RDSClient,
  protocol: awsQuery,
  prefix: 'rds',
  arns: {
    'auto-backup': 'arn:aws:rds:*:*:auto-backup:*',
    cluster: 'arn:aws:rds:*:*:cluster:{dbClusterIdentifier}',
    db: 'arn:aws:rds:*:*:db:{dbInstanceIdentifier}',
    og: 'arn:aws:rds:*:*:og:{optionGroupName}',
    pg: 'arn:aws:rds:*:*:pg:{dbParameterGroupName}',
    secgrp: 'arn:aws:rds:*:*:secgrp:*',
    snapshot: 'arn:aws:rds:*:*:snapshot:{dbSnapshotIdentifier}',
    subgrp: 'arn:aws:rds:*:*:subgrp:{dbSubnetGroupName}',
  },
  errors: {
    DBInstanceAlreadyExists: alreadyExists({ resource: 'DB instance', member: 'dbInstanceIdentifier' }),
    DBInstanceAutomatedBackupNotFound: notFound({ resource: 'automated backup' }),
    DBInstanceNotFound: notFound({ resource: 'DB instance', member: 'dbInstanceIdentifier' }),
    DBInstanceNotReady: conflict({
      resource: 'DB instance',
      member: 'dbInstanceIdentifier',
      remedy: 'Wait until the DB instance is available.',
    }),
    DBParameterGroupNotFound: notFound({ resource: 'DB parameter group', member: 'dbParameterGroupName' }),
    DBSnapshotAlreadyExists: alreadyExists({ resource: 'DB snapshot', member: 'dbSnapshotIdentifier' }),
    DBSnapshotNotFound: notFound({ resource: 'DB snapshot', member: 'dbSnapshotIdentifier' }),
    DBSubnetGroupAlreadyExists: alreadyExists({ resource: 'DB subnet group', member: 'dbSubnetGroupName' }),
    DBSubnetGroupDoesNotCoverEnoughAZs: conflict({ remedy: 'Pass subnets in at least two Availability Zones.' }),
    DBSubnetGroupNotFoundFault: notFound({ resource: 'DB subnet group', member: 'dbSubnetGroupName' }),
    DBSubnetGroupQuotaExceeded: quota(),
    DBSubnetQuotaExceededFault: quota(),
    DBUpgradeDependencyFailure: conflict({
      resource: 'DB instance',
      member: 'dbInstanceIdentifier',
      remedy: 'A resource on which the DB instance depends does not allow the upgrade.',
    }),
    InstanceQuotaExceeded: quota(),
    InsufficientAvailableIPsInSubnetFault: capacity({
      resource: 'subnet',
      remedy: 'Add subnets with free IP addresses.',
    }),
    InsufficientDBInstanceCapacity: capacity({ remedy: 'Try another instance class or Availability Zone.' }),
    InvalidDBInstanceState: conflict({ resource: 'DB instance', member: 'dbInstanceIdentifier' }),
    InvalidDBSnapshotState: conflict({ resource: 'DB snapshot', member: 'dbSnapshotIdentifier' }),
    InvalidDBSubnetGroupStateFault: conflict({
      resource: 'DB subnet group',
      member: 'dbSubnetGroupName',
      remedy: 'DB instances still use the DB subnet group.',
    }),
    InvalidRestoreFault: invalidRequest({
      remedy: 'The source of the restore is not compatible with the new DB instance.',
    }),
    InvalidSubnet: invalidRequest({ remedy: 'Pass subnets that exist and that belong to one VPC.' }),
    InvalidVPCNetworkStateFault: conflict({
      remedy: 'Check that the subnets of the DB subnet group have free IP addresses.',
    }),
    KMSKeyNotAccessibleFault: conflict({
      remedy: 'Check that the KMS key is enabled and that the caller has the permission to use it.',
    }),
    OptionGroupNotFoundFault: notFound({ resource: 'option group', member: 'optionGroupName' }),
    ProvisionedIopsNotAvailableInAZFault: capacity({ remedy: 'Try another Availability Zone.' }),
    SnapshotQuotaExceeded: quota(),
    SNSNoAuthorization: withoutStatement(
      denied({ remedy: 'Give RDS the permission to publish to the topic, in the policy of the topic.' }),
    ),
    StorageQuotaExceeded: quota(),
    StorageTypeNotAvailableFault: invalidRequest({ remedy: 'Choose another storage type.' }),
    VpcEncryptionControlViolationException: conflict({ remedy: 'The VPC requires encryption in transit.' }),
  },
  documentation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_',
};
