import { ec2Id, type input, type Tags, text, toTagList, z } from '@arch/core/builder';
import { databasePort, dbTags, parameterGroupName, subnetGroupName } from '@arch/services/rds';

import { throughputMiBps } from './db-storage.js';

/** What is said of a new DB instance, however it is made. */
export interface DbInstanceSettings {
  /** The subnets that it may be in, e.g. what `createDbSubnetGroup` makes. Default: those of the default VPC. */
  readonly dbSubnetGroupName?: string | undefined;
  /** Who reaches it, e.g. what `allowDatabaseAccess` makes. Default: the VPC's default security group. */
  readonly vpcSecurityGroupIds?: readonly string[] | undefined;
  /** Default `false`: it has no public address. */
  readonly publiclyAccessible?: boolean | undefined;
  /** `true`: a standby in another Availability Zone takes over when the first fails; it costs as much again. Default `false`. */
  readonly multiAz?: boolean | undefined;
  /** e.g. `eu-west-1a`; not with `multiAz`. Default: AWS's choice. */
  readonly availabilityZone?: string | undefined;
  /** 1150–65535. Default: the engine's own, or that of what is restored. */
  readonly port?: number | undefined;
  /** In MiB a second; for `gp3` only. */
  readonly storageThroughputMiBps?: number | undefined;
  /** `true`: it cannot be deleted before this is `false` again. Default `false`. */
  readonly deletionProtection?: boolean | undefined;
  /** Default `true`: minor versions are installed in the maintenance window. */
  readonly autoMinorVersionUpgrade?: boolean | undefined;
  /** Whether its snapshots get its tags. Default `false`. */
  readonly copyTagsToSnapshot?: boolean | undefined;
  /** `true`: IAM users and roles can sign in with `generateDbAuthToken`. Default `false`. */
  readonly enableIamDatabaseAuthentication?: boolean | undefined;
  /** Default: the engine's own for this version. */
  readonly dbParameterGroupName?: string | undefined;
  readonly optionGroupName?: string | undefined;
  readonly tags?: Tags | undefined;
}

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

/** The settings that RDS calls or shapes otherwise, and what is safer than its defaults. */
export const settingsRequest = ({
  publiclyAccessible = false,
  storageThroughputMiBps,
  tags,
}: DbInstanceSettings): SettingsRequest => ({
  PubliclyAccessible: publiclyAccessible,
  StorageThroughput: storageThroughputMiBps,
  Tags: tags && toTagList(tags),
});

/** A standby is in another Availability Zone than the first: both cannot be told. */
export const oneZone = (): z.Check<DbInstanceSettings> =>
  z.refine(({ multiAz, availabilityZone }) => multiAz !== true || availabilityZone === undefined, {
    error: 'either multiAz or an availabilityZone',
  });
