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

/** States of a snapshot; `final snapshot` is one that is taken before its cluster goes. */
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
  /** That of an automated one begins with `rs:`. */
  readonly snapshotIdentifier: string;
  readonly snapshotArn?: string | undefined;
  /** The cluster that it was taken of, which need not be there any more. */
  readonly clusterIdentifier: string;
  readonly status: RedshiftClusterSnapshotState;
  /** `manual` or `automated`. */
  readonly snapshotType?: string | undefined;
  /** The time whose data it holds. */
  readonly snapshotCreateTime?: Date | undefined;
  readonly nodeType?: string | undefined;
  readonly numberOfNodes?: number | undefined;
  /** What it can be restored to. */
  readonly restorableNodeTypes: readonly string[];
  readonly dbName?: string | undefined;
  readonly masterUsername?: string | undefined;
  readonly masterPasswordSecretArn?: string | undefined;
  readonly port?: number | undefined;
  readonly vpcId?: string | undefined;
  readonly availabilityZone?: string | undefined;
  readonly clusterVersion?: string | undefined;
  readonly encrypted?: boolean | undefined;
  /** ARN of the key that it is encrypted with. */
  readonly kmsKeyId?: string | undefined;
  readonly ownerAccount?: string | undefined;
  /** Of all that is needed to restore it. */
  readonly totalBackupSizeInMegaBytes?: number | undefined;
  /** Of what is new since the snapshot before. -1: AWS does not know yet. */
  readonly actualIncrementalBackupSizeInMegaBytes?: number | undefined;
  readonly backupProgressInMegaBytes?: number | undefined;
  /** 0 or less: it is complete, or AWS does not know. */
  readonly estimatedSecondsToCompletion?: number | undefined;
  /** -1: it is kept for ever. */
  readonly manualSnapshotRetentionDays?: number | undefined;
  readonly manualSnapshotRemainingDays?: number | undefined;
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
