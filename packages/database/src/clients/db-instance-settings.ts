import { ec2Id, tagRecord, type Tags, text, toTagList, z } from '@arch/core/builder';

import { databasePort, subnetGroupName } from './db-names.js';

/** What is said of a new DB instance, however it is made. */
export interface DbInstanceSettings {
  /** The subnets that it may be in. Default: those of the default VPC. */
  readonly dbSubnetGroupName?: string | undefined;
  /** Who reaches it, e.g. what `createDbSecurityGroup` makes. Default: the VPC's default security group. */
  readonly vpcSecurityGroupIds?: readonly string[] | undefined;
  /** Default `false`: it has no public address. */
  readonly publiclyAccessible?: boolean | undefined;
  /** `true`: a standby in another Availability Zone takes over when the first fails; it costs as much again. */
  readonly multiAz?: boolean | undefined;
  /** e.g. `eu-west-1a`; not with `multiAz`. Default: AWS's choice. */
  readonly availabilityZone?: string | undefined;
  /** 1150–65535. Default: the engine's own, or that of what is restored. */
  readonly port?: number | undefined;
  readonly iops?: number | undefined;
  /** In MiB a second; for `gp3` only. */
  readonly storageThroughputMiBps?: number | undefined;
  /** `true`: it cannot be deleted before this is `false` again. */
  readonly deletionProtection?: boolean | undefined;
  /** Default `true`: minor versions are installed in the maintenance window. */
  readonly autoMinorVersionUpgrade?: boolean | undefined;
  /** Whether its snapshots get its tags. Default `false`. */
  readonly copyTagsToSnapshot?: boolean | undefined;
  /** `true`: IAM users can sign in with `createAuthToken`. */
  readonly enableIamDatabaseAuthentication?: boolean | undefined;
  /** Default: the engine's own for this version. */
  readonly dbParameterGroupName?: string | undefined;
  readonly optionGroupName?: string | undefined;
  readonly tags?: Tags | undefined;
}

type Fields = { readonly [Name in keyof DbInstanceSettings]-?: z.ZodMiniType<DbInstanceSettings[Name]> };

export const dbInstanceSettingsFields = (): Fields => ({
  dbSubnetGroupName: z.optional(subnetGroupName()),
  vpcSecurityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.minLength(1))),
  publiclyAccessible: z.optional(z.boolean()),
  multiAz: z.optional(z.boolean()),
  availabilityZone: z.optional(text(1, 64)),
  port: z.optional(databasePort()),
  iops: z.optional(z.int().check(z.gte(1_000), z.lte(256_000))),
  storageThroughputMiBps: z.optional(z.int().check(z.gte(125), z.lte(16_000))),
  deletionProtection: z.optional(z.boolean()),
  autoMinorVersionUpgrade: z.optional(z.boolean()),
  copyTagsToSnapshot: z.optional(z.boolean()),
  enableIamDatabaseAuthentication: z.optional(z.boolean()),
  dbParameterGroupName: z.optional(text(1, 255)),
  optionGroupName: z.optional(text(1, 255)),
  tags: z.optional(tagRecord()),
});

/** The settings that RDS calls or shapes otherwise, and what is safer than its defaults. */
export const settingsRequest = ({
  publiclyAccessible = false,
  storageThroughputMiBps,
  tags,
}: DbInstanceSettings): {
  PubliclyAccessible: boolean;
  StorageThroughput: number | undefined;
  Tags: { Key: string; Value: string }[] | undefined;
} => ({
  PubliclyAccessible: publiclyAccessible,
  StorageThroughput: storageThroughputMiBps,
  Tags: tags && toTagList(tags),
});

/** A standby is in another Availability Zone than the first: both cannot be told. */
export const hasOneZone = ({ multiAz, availabilityZone }: DbInstanceSettings): boolean =>
  multiAz !== true || availabilityZone === undefined;
