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
  /** In lower case, as RDS writes it; that of an automated one begins with `rds:`. */
  readonly dbSnapshotIdentifier: string;
  readonly dbSnapshotArn?: string | undefined;
  /** The instance that it was taken of. */
  readonly dbInstanceIdentifier: string;
  readonly status: DbSnapshotState;
  /** 0–100. */
  readonly percentProgress?: number | undefined;
  /** `manual`, `automated`, `awsbackup`, `shared` or `public`. */
  readonly snapshotType?: string | undefined;
  /** Absent while it is being made. */
  readonly snapshotCreateTime?: Date | undefined;
  readonly engine: string;
  readonly engineVersion?: string | undefined;
  readonly licenseModel?: string | undefined;
  readonly masterUsername?: string | undefined;
  readonly port?: number | undefined;
  readonly allocatedStorageGiB?: number | undefined;
  readonly storageType?: string | undefined;
  readonly iops?: number | undefined;
  readonly encrypted?: boolean | undefined;
  /** ARN of the key that it is encrypted with. */
  readonly kmsKeyId?: string | undefined;
  readonly availabilityZone?: string | undefined;
  readonly vpcId?: string | undefined;
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
