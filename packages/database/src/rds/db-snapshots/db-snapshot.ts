import {
  type AwsResource,
  optionalString,
  from,
  type Open,
  openEnum,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { DBSnapshot$ } from '@aws-sdk/client-rds';

/** States of a DB snapshot. */
export const dbSnapshotStates = ['creating', 'copying', 'available', 'failed', 'deleting', 'deleted'] as const;
export type DbSnapshotState = Open<(typeof dbSnapshotStates)[number]>;

/** A snapshot of a DB instance. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshot.html */
export interface DbSnapshot extends AwsResource {
  /** The name of the snapshot, in lower case. Names of automated snapshots begin with `rds:`. */
  readonly dbSnapshotIdentifier: string;
  /** The ARN of the snapshot. */
  readonly dbSnapshotArn?: string | undefined;
  /** The name of the DB instance from which the snapshot was created. */
  readonly dbInstanceIdentifier: string;
  /** The state of the snapshot. */
  readonly status: DbSnapshotState;
  /** The progress of the creation in percent, 0–100. */
  readonly percentProgress?: number | undefined;
  /** The type: `manual`, `automated`, `awsbackup`, `shared` or `public`. */
  readonly snapshotType?: string | undefined;
  /** The time at which the snapshot was created, in UTC. Absent during the creation. */
  readonly snapshotCreateTime?: Date | undefined;
  /** The database engine, e.g. `postgres`. */
  readonly engine: string;
  /** The version of the engine, e.g. `17.5`. */
  readonly engineVersion?: string | undefined;
  /** The license model, e.g. `postgresql-license`. */
  readonly licenseModel?: string | undefined;
  /** The name of the master user. */
  readonly masterUsername?: string | undefined;
  /** The port of the DB instance at the time of the snapshot. */
  readonly port?: number | undefined;
  /** The size of the storage in GiB. */
  readonly allocatedStorageGiB?: number | undefined;
  /** The storage type, e.g. `gp3`. */
  readonly storageType?: string | undefined;
  /** Provisioned I/O operations per second. */
  readonly iops?: number | undefined;
  /** Whether the snapshot is encrypted. */
  readonly encrypted?: boolean | undefined;
  /** The ARN of the KMS key with which the snapshot is encrypted. */
  readonly kmsKeyId?: string | undefined;
  /** The Availability Zone of the DB instance at the time of the snapshot. */
  readonly availabilityZone?: string | undefined;
  /** The ID of the VPC of the DB instance. */
  readonly vpcId?: string | undefined;
  /** The tags, by key. */
  readonly tags: Tags;
}

/** Parses one RDS `DBSnapshot` structure. */
export const dbSnapshot = (): Schema<DbSnapshot> =>
  resource<DbSnapshot>(DBSnapshot$, {
    dbSnapshotIdentifier: z.string(),
    dbSnapshotArn: optionalString(),
    dbInstanceIdentifier: z.string(),
    status: openEnum(dbSnapshotStates),
    percentProgress: z.optional(z.number()),
    snapshotType: optionalString(),
    snapshotCreateTime: z.optional(z.date()),
    engine: z.string(),
    engineVersion: optionalString(),
    licenseModel: optionalString(),
    masterUsername: optionalString(),
    port: z.optional(z.number()),
    allocatedStorageGiB: from('AllocatedStorage', z.optional(z.number())),
    storageType: optionalString(),
    iops: z.optional(z.number()),
    encrypted: z.optional(z.boolean()),
    kmsKeyId: optionalString(),
    availabilityZone: optionalString(),
    vpcId: optionalString(),
    tags: from('TagList', tags()),
  });
