import { alreadyExists, capacity, conflict, notFound, quota, type Service } from '@arch/core/builder';
import { RDSClient } from '@aws-sdk/client-rds';

const state = 'Wait until it is available.';

/** RDS, as the operations of this package call it. Its wire codes lack the `Fault` that the SDK's names end in. */
export const rds: Service = {
  id: 'RDS',
  client: RDSClient,
  prefix: 'rds',
  arns: {
    cluster: 'arn:aws:rds:*:*:cluster:*',
    db: 'arn:aws:rds:*:*:db:*',
    og: 'arn:aws:rds:*:*:og:*',
    pg: 'arn:aws:rds:*:*:pg:*',
    secgrp: 'arn:aws:rds:*:*:secgrp:*',
    snapshot: 'arn:aws:rds:*:*:snapshot:*',
    subgrp: 'arn:aws:rds:*:*:subgrp:*',
  },
  errors: {
    DBInstanceAlreadyExists: alreadyExists('DB instance', 'dbInstanceIdentifier'),
    DBInstanceNotFound: notFound('DB instance', 'dbInstanceIdentifier'),
    DBInstanceNotReady: conflict('DB instance', 'dbInstanceIdentifier', state),
    DBSnapshotAlreadyExists: alreadyExists('DB snapshot', 'dbSnapshotIdentifier'),
    DBSnapshotNotFound: notFound('DB snapshot', 'dbSnapshotIdentifier'),
    DBSubnetGroupAlreadyExists: alreadyExists('DB subnet group', 'dbSubnetGroupName'),
    DBSubnetGroupDoesNotCoverEnoughAZs: conflict(
      undefined,
      undefined,
      'Give subnets in at least two Availability Zones.',
    ),
    DBSubnetGroupNotFoundFault: notFound('DB subnet group', 'dbSubnetGroupName'),
    DBSubnetGroupQuotaExceeded: quota(),
    InstanceQuotaExceeded: quota(),
    InsufficientDBInstanceCapacity: capacity(undefined, undefined, 'Try another instance class or Availability Zone.'),
    InvalidDBInstanceState: conflict('DB instance', 'dbInstanceIdentifier', state),
    InvalidDBSnapshotState: conflict('DB snapshot', 'dbSnapshotIdentifier', state),
    InvalidDBSubnetGroupStateFault: conflict('DB subnet group', 'dbSubnetGroupName', 'Instances still use it.'),
    InvalidVPCNetworkStateFault: conflict(),
    KMSKeyNotAccessibleFault: conflict(undefined, undefined, 'Is the key enabled, and may the caller use it?'),
    PointInTimeRestoreNotEnabled: conflict('DB instance', undefined, 'Backups are off: it has no point to go back to.'),
    SnapshotQuotaExceeded: quota(),
    StorageQuotaExceeded: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_',
};
