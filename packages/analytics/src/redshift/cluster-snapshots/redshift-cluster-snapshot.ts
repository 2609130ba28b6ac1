import {
  type AwsResource,
  optionalString,
  from,
  list,
  type Open,
  openEnum,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { Snapshot$ } from '@aws-sdk/client-redshift';

/** The states of a snapshot. `final snapshot`: AWS is creating the snapshot before it deletes the cluster. */
export const redshiftClusterSnapshotStates = [
  'creating',
  'final snapshot',
  'copying',
  'available',
  'failed',
  'cancelled',
  'deleted',
] as const;
export type RedshiftClusterSnapshotState = Open<(typeof redshiftClusterSnapshotStates)[number]>;

/** A snapshot of a Redshift cluster. https://docs.aws.amazon.com/redshift/latest/APIReference/API_Snapshot.html */
export interface RedshiftClusterSnapshot extends AwsResource {
  /** Identifier of the snapshot. The identifier of an automated snapshot begins with `rs:`. */
  readonly snapshotIdentifier: string;
  /** ARN of the snapshot. */
  readonly snapshotArn?: string | undefined;
  /** Identifier of the snapshot's cluster, which may be deleted. */
  readonly clusterIdentifier: string;
  /** State of the snapshot. */
  readonly status: RedshiftClusterSnapshotState;
  /** Type of the snapshot: `manual` or `automated`. */
  readonly snapshotType?: string | undefined;
  /** Time at which AWS began the snapshot. It contains the data of this time. */
  readonly snapshotCreateTime?: Date | undefined;
  /** Node type of the cluster, e.g. `ra3.large`. */
  readonly nodeType?: string | undefined;
  /** Number of nodes of the cluster. */
  readonly numberOfNodes?: number | undefined;
  /** The node types to which the snapshot can be restored. */
  readonly restorableNodeTypes: readonly string[];
  /** Name of the first database of the cluster. */
  readonly dbName?: string | undefined;
  /** Name of the cluster's admin user. */
  readonly masterUsername?: string | undefined;
  /** ARN of the secret with the admin password. Absent if AWS does not manage the password. */
  readonly masterPasswordSecretArn?: string | undefined;
  /** Port of the cluster. */
  readonly port?: number | undefined;
  /** ID of the cluster's VPC. */
  readonly vpcId?: string | undefined;
  /** Availability Zone of the cluster. */
  readonly availabilityZone?: string | undefined;
  /** Version of Redshift on the cluster. */
  readonly clusterVersion?: string | undefined;
  /** Whether the snapshot is encrypted. */
  readonly encrypted?: boolean | undefined;
  /** ARN of the KMS key for the encryption. */
  readonly kmsKeyId?: string | undefined;
  /** ID of the account that owns the snapshot. */
  readonly ownerAccount?: string | undefined;
  /** Size in MB of the complete data that a restore requires. */
  readonly totalBackupSizeInMegaBytes?: number | undefined;
  /** Size in MB of the changes since the previous snapshot; -1 until AWS knows it. */
  readonly actualIncrementalBackupSizeInMegaBytes?: number | undefined;
  /** Data in MB that AWS has already stored. */
  readonly backupProgressInMegaBytes?: number | undefined;
  /** Estimated remaining time in seconds. 0 or less if the snapshot is complete or AWS does not know the time. */
  readonly estimatedSecondsToCompletion?: number | undefined;
  /** Retention period of a manual snapshot in days; -1 for no limit. */
  readonly manualSnapshotRetentionDays?: number | undefined;
  /** Days until the retention period of a manual snapshot ends. */
  readonly manualSnapshotRemainingDays?: number | undefined;
  /** Tags of the snapshot. */
  readonly tags: Tags;
}

/** Parses one Redshift `Snapshot` structure. */
export const redshiftClusterSnapshot = (): Schema<RedshiftClusterSnapshot> =>
  resource<RedshiftClusterSnapshot>(Snapshot$, {
    snapshotIdentifier: z.string(),
    snapshotArn: optionalString(),
    clusterIdentifier: z.string(),
    status: openEnum(redshiftClusterSnapshotStates),
    snapshotType: optionalString(),
    snapshotCreateTime: z.optional(z.date()),
    nodeType: optionalString(),
    numberOfNodes: z.optional(z.number()),
    restorableNodeTypes: list(z.string()),
    dbName: optionalString(),
    masterUsername: optionalString(),
    masterPasswordSecretArn: optionalString(),
    port: z.optional(z.number()),
    vpcId: optionalString(),
    availabilityZone: optionalString(),
    clusterVersion: optionalString(),
    encrypted: z.optional(z.boolean()),
    kmsKeyId: optionalString(),
    ownerAccount: optionalString(),
    totalBackupSizeInMegaBytes: z.optional(z.number()),
    actualIncrementalBackupSizeInMegaBytes: z.optional(z.number()),
    backupProgressInMegaBytes: z.optional(z.number()),
    estimatedSecondsToCompletion: z.optional(z.number()),
    manualSnapshotRetentionDays: from('ManualSnapshotRetentionPeriod', z.optional(z.number())),
    manualSnapshotRemainingDays: z.optional(z.number()),
    tags: tags(),
  });
