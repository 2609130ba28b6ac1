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

/** Where a DB instance is reached. */
export interface DbEndpoint {
  readonly address: string;
  readonly port: number;
}

/** A DB instance. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html */
export interface DbInstance extends AwsResource {
  /** In lower case, as RDS writes it. */
  readonly dbInstanceIdentifier: string;
  readonly dbInstanceArn?: string | undefined;
  readonly dbInstanceStatus: DbInstanceState;
  /** AWS's words about the state, where it has any. */
  readonly statusMessages: readonly string[];
  readonly engine: DbEngine;
  readonly engineVersion?: string | undefined;
  /** e.g. `db.t4g.micro`. */
  readonly dbInstanceClass: string;
  /** Absent until RDS has made it reachable. */
  readonly endpoint?: DbEndpoint | undefined;
  /** The database that was made with it, or Oracle's system ID. */
  readonly dbName?: string | undefined;
  readonly masterUsername?: string | undefined;
  /** The secret that holds the password, where AWS manages it. */
  readonly masterUserSecretArn?: string | undefined;
  readonly allocatedStorageGiB?: number | undefined;
  /** Up to where RDS lets the storage grow by itself. */
  readonly maxAllocatedStorageGiB?: number | undefined;
  readonly storageType?: string | undefined;
  readonly iops?: number | undefined;
  /** In MiB a second. */
  readonly storageThroughputMiBps?: number | undefined;
  readonly storageEncrypted?: boolean | undefined;
  /** ARN of the key that it is encrypted with. */
  readonly kmsKeyId?: string | undefined;
  readonly multiAz?: boolean | undefined;
  readonly availabilityZone?: string | undefined;
  readonly publiclyAccessible?: boolean | undefined;
  readonly vpcId?: string | undefined;
  readonly vpcSecurityGroupIds: readonly string[];
  readonly dbSubnetGroupName?: string | undefined;
  readonly licenseModel?: string | undefined;
  /** 0: there are no automated backups. */
  readonly backupRetentionDays?: number | undefined;
  /** The end of what `restoreDbInstanceToTime` can go back to. */
  readonly latestRestorableTime?: Date | undefined;
  readonly deletionProtection?: boolean | undefined;
  readonly iamDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly dbClusterIdentifier?: string | undefined;
  /** The instance's ID in policies for `rds-db:connect`, e.g. `db-ABCDEFGHIJKL01234`. */
  readonly dbiResourceId?: string | undefined;
  readonly instanceCreateTime?: Date | undefined;
  /** What a modification has still to change, in AWS's words, e.g. `DBInstanceClass`. The values are in `aws`. */
  readonly pendingModifiedValues: readonly string[];
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

/** RDS may know parts of it before there is one. */
const endpointOf = (endpoint: unknown): DbEndpoint | undefined => {
  const { Address, Port } = (endpoint ?? {}) as { readonly Address?: string; readonly Port?: number };
  return Address && Port ? { address: Address, port: Port } : undefined;
};

const messagesOf = (infos: unknown): readonly string[] =>
  ((infos ?? []) as readonly { readonly Message?: string }[]).flatMap(({ Message }) => (Message ? [Message] : []));

const namesOf = (pending: unknown): readonly string[] =>
  Object.entries(pending ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [name]));
