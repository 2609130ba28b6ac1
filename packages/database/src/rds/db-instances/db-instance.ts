import {
  type AwsResource,
  optionalString,
  from,
  openEnum,
  pluck,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { DBInstance$ } from '@aws-sdk/client-rds';

import { type DbEngine, dbEngines } from '../db-engines.js';
import { type DbInstanceState, dbInstanceStates } from './db-instance-state.js';

/** The endpoint of a DB instance. */
export interface DbEndpoint {
  /** The host name. */
  readonly address: string;
  /** The port. */
  readonly port: number;
}

/** A DB instance. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html */
export interface DbInstance extends AwsResource {
  /** The name of the DB instance, in lower case. */
  readonly dbInstanceIdentifier: string;
  /** The ARN of the DB instance. */
  readonly dbInstanceArn?: string | undefined;
  /** The state of the DB instance. */
  readonly dbInstanceStatus: DbInstanceState;
  /** AWS's messages about the state. */
  readonly statusMessages: readonly string[];
  /** The database engine, e.g. `postgres`. */
  readonly engine: DbEngine;
  /** The version of the engine, e.g. `17.5`. */
  readonly engineVersion?: string | undefined;
  /** The instance class, e.g. `db.t4g.micro`. */
  readonly dbInstanceClass: string;
  /** The endpoint. Absent while RDS creates the DB instance. */
  readonly endpoint?: DbEndpoint | undefined;
  /** The name of the database that was created with the DB instance; for Oracle, the system ID. */
  readonly dbName?: string | undefined;
  /** The name of the master user. */
  readonly masterUsername?: string | undefined;
  /** The ARN of the Secrets Manager secret with the password. Absent if AWS does not manage the password. */
  readonly masterUserSecretArn?: string | undefined;
  /** The size of the storage in GiB. */
  readonly allocatedStorageGiB?: number | undefined;
  /** The size in GiB up to which RDS increases the storage automatically. */
  readonly maxAllocatedStorageGiB?: number | undefined;
  /** The storage type, e.g. `gp3`. */
  readonly storageType?: string | undefined;
  /** Provisioned I/O operations per second. */
  readonly iops?: number | undefined;
  /** Storage throughput in MiB per second. Only for `gp3`. */
  readonly storageThroughputMiBps?: number | undefined;
  /** Whether the storage is encrypted. */
  readonly storageEncrypted?: boolean | undefined;
  /** The ARN of the KMS key with which the storage is encrypted. */
  readonly kmsKeyId?: string | undefined;
  /** Whether AWS runs a standby in another Availability Zone. */
  readonly multiAz?: boolean | undefined;
  /** The Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone?: string | undefined;
  /** Whether the DB instance has a public address. */
  readonly publiclyAccessible?: boolean | undefined;
  /** The ID of the VPC. */
  readonly vpcId?: string | undefined;
  /** The IDs of the security groups. */
  readonly vpcSecurityGroupIds: readonly string[];
  /** The name of the DB subnet group. */
  readonly dbSubnetGroupName?: string | undefined;
  /** The license model, e.g. `postgresql-license`. */
  readonly licenseModel?: string | undefined;
  /** The number of days for which automated backups are kept. 0 if they are disabled. */
  readonly backupRetentionDays?: number | undefined;
  /** The latest time to which `restoreDbInstanceToTime` can restore, in UTC. */
  readonly latestRestorableTime?: Date | undefined;
  /** Whether deletion protection is enabled. */
  readonly deletionProtection?: boolean | undefined;
  /** Whether IAM users and roles can sign in with `generateDbAuthToken`. */
  readonly iamDatabaseAuthenticationEnabled?: boolean | undefined;
  /** The name of the DB cluster. Absent if the DB instance is not a member of a cluster. */
  readonly dbClusterIdentifier?: string | undefined;
  /** The immutable ID of the DB instance, e.g. `db-ABCDEFGHIJKL01234`. Policies for `rds-db:connect` contain it. */
  readonly dbiResourceId?: string | undefined;
  /** The time at which the DB instance was created, in UTC. */
  readonly instanceCreateTime?: Date | undefined;
  /** The names of pending changes, as AWS spells them, e.g. `DBInstanceClass`. The values are in `aws`. */
  readonly pendingModifiedValues: readonly string[];
  /** The tags, by key. */
  readonly tags: Tags;
}

/** Parses one RDS `DBInstance` structure. */
export const dbInstance = (): Schema<DbInstance> =>
  resource<DbInstance>(DBInstance$, {
    dbInstanceIdentifier: z.string(),
    dbInstanceArn: optionalString(),
    dbInstanceStatus: openEnum(dbInstanceStates),
    statusMessages: { path: 'StatusInfos', type: z.array(z.string()), read: messagesOf },
    engine: openEnum(dbEngines),
    engineVersion: optionalString(),
    dbInstanceClass: z.string(),
    endpoint: { type: z.optional(z.object({ address: z.string(), port: z.number() })), read: endpointOf },
    dbName: optionalString(),
    masterUsername: optionalString(),
    masterUserSecretArn: from('MasterUserSecret.SecretArn', optionalString()),
    allocatedStorageGiB: from('AllocatedStorage', z.optional(z.number())),
    maxAllocatedStorageGiB: from('MaxAllocatedStorage', z.optional(z.number())),
    storageType: optionalString(),
    iops: z.optional(z.number()),
    storageThroughputMiBps: from('StorageThroughput', z.optional(z.number())),
    storageEncrypted: z.optional(z.boolean()),
    kmsKeyId: optionalString(),
    multiAz: z.optional(z.boolean()),
    availabilityZone: optionalString(),
    publiclyAccessible: z.optional(z.boolean()),
    vpcId: from('DBSubnetGroup.VpcId', optionalString()),
    vpcSecurityGroupIds: from('VpcSecurityGroups', pluck('VpcSecurityGroupId', z.string())),
    dbSubnetGroupName: from('DBSubnetGroup.DBSubnetGroupName', optionalString()),
    licenseModel: optionalString(),
    backupRetentionDays: from('BackupRetentionPeriod', z.optional(z.number())),
    latestRestorableTime: z.optional(z.date()),
    deletionProtection: z.optional(z.boolean()),
    iamDatabaseAuthenticationEnabled: z.optional(z.boolean()),
    dbClusterIdentifier: optionalString(),
    dbiResourceId: optionalString(),
    instanceCreateTime: z.optional(z.date()),
    pendingModifiedValues: { path: 'PendingModifiedValues', type: z.array(z.string()), read: namesOf },
    tags: from('TagList', tags()),
  });

/** Returns the endpoint if it is complete. During the creation, RDS may send only a part of it. */
const endpointOf = (endpoint: unknown): DbEndpoint | undefined => {
  const { Address, Port } = (endpoint ?? {}) as { readonly Address?: string; readonly Port?: number };
  return Address && Port ? { address: Address, port: Port } : undefined;
};

const messagesOf = (infos: unknown): readonly string[] =>
  ((infos ?? []) as readonly { readonly Message?: string }[]).flatMap(({ Message }) => (Message ? [Message] : []));

const namesOf = (pending: unknown): readonly string[] =>
  Object.entries(pending ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [name]));
