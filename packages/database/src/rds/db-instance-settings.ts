import { ec2Id, type input, type Tags, text, toTagList, z } from '@arch/core/builder';
import { databasePort, dbTags, parameterGroupName, subnetGroupName } from '@arch/services/rds';

import { throughputMiBps } from './db-storage.js';

/** The settings that new and restored DB instances share. */
export interface DbInstanceSettings {
  /** The name of the DB subnet group, e.g. from `createDbSubnetGroup`. Default that AWS applies: the subnets of the default VPC. */
  readonly dbSubnetGroupName?: string | undefined;
  /** The IDs of the security groups, e.g. from `allowDatabaseAccess`. Default that AWS applies: the default security group of the VPC. */
  readonly vpcSecurityGroupIds?: readonly string[] | undefined;
  /** Whether the DB instance has a public address. Default: `false`. */
  readonly publiclyAccessible?: boolean | undefined;
  /**
   * Whether AWS runs a standby in another Availability Zone, which takes over if the DB instance fails. AWS bills the standby too. Default:
   * `false`.
   */
  readonly multiAz?: boolean | undefined;
  /** The Availability Zone, e.g. `eu-west-1a`. Not with `multiAz`. Default that AWS applies: a zone that AWS chooses. */
  readonly availabilityZone?: string | undefined;
  /** The port, 1,150–65,535. Default that AWS applies: the default port of the engine, or the port of the restored DB instance. */
  readonly port?: number | undefined;
  /** Storage throughput in MiB per second, 125–16,000. Only for `gp3`. Default that AWS applies: the baseline for the storage size. */
  readonly storageThroughputMiBps?: number | undefined;
  /** `true` enables deletion protection: the DB instance cannot be deleted. Default: `false`. */
  readonly deletionProtection?: boolean | undefined;
  /** Whether RDS installs minor versions of the engine in the maintenance window. Default that AWS applies: `true`. */
  readonly autoMinorVersionUpgrade?: boolean | undefined;
  /** Whether snapshots get the tags of the DB instance. Default: `false`. */
  readonly copyTagsToSnapshot?: boolean | undefined;
  /** Whether IAM users and roles can sign in with `generateDbAuthToken`. Default: `false`. */
  readonly enableIamDatabaseAuthentication?: boolean | undefined;
  /** The name of the DB parameter group. Default that AWS applies: the default group for the engine version. */
  readonly dbParameterGroupName?: string | undefined;
  /** The name of the option group. Default that AWS applies: the default group for the engine version. */
  readonly optionGroupName?: string | undefined;
  /** Tags of the DB instance, at most 50. */
  readonly tags?: Tags | undefined;
}

/** Checks the members of {@link DbInstanceSettings}. */
export const dbInstanceSettingsFields = (): Parameters<typeof input<DbInstanceSettings>>[0] => ({
  dbSubnetGroupName: z.optional(subnetGroupName()),
  vpcSecurityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.minLength(1))),
  publiclyAccessible: z.optional(z.boolean()),
  multiAz: z.optional(z.boolean()),
  availabilityZone: z.optional(text(1, 64)),
  port: z.optional(databasePort()),
  storageThroughputMiBps: z.optional(throughputMiBps()),
  deletionProtection: z.optional(z.boolean()),
  autoMinorVersionUpgrade: z.optional(z.boolean()),
  copyTagsToSnapshot: z.optional(z.boolean()),
  enableIamDatabaseAuthentication: z.optional(z.boolean()),
  dbParameterGroupName: z.optional(parameterGroupName()),
  optionGroupName: z.optional(text(1, 255)),
  tags: z.optional(dbTags()),
});

interface SettingsRequest {
  readonly PubliclyAccessible: boolean;
  readonly StorageThroughput: number | undefined;
  readonly Tags: { Key: string; Value: string }[] | undefined;
}

/** Returns the settings that have another name, form or default in the request. */
export const settingsRequest = ({
  publiclyAccessible = false,
  storageThroughputMiBps,
  tags,
}: DbInstanceSettings): SettingsRequest => ({
  PubliclyAccessible: publiclyAccessible,
  StorageThroughput: storageThroughputMiBps,
  Tags: tags && toTagList(tags),
});

/** Rejects `availabilityZone` with `multiAz`: AWS chooses the two Availability Zones. */
export const oneZone = (): z.Check<DbInstanceSettings> =>
  z.refine(({ multiAz, availabilityZone }) => multiAz !== true || availabilityZone === undefined, {
    error: 'either multiAz or availabilityZone',
  });
