import { type AwsInput, ec2Id, text, z } from '@arch/core/builder';

import { databasePort, dbInstanceName, subnetGroupName } from '../clients/db-names.js';
import { masterUserPassword } from '../clients/master-user-password.js';

export interface ModifyDbInstanceInput extends AwsInput {
  /** e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /** `true`: at once, with all that is pending, which may interrupt it. Default: what would interrupt it waits for the maintenance window. */
  readonly applyImmediately?: boolean | undefined;
  /** More than it has, by 10% at least; storage never shrinks. */
  readonly allocatedStorageGiB?: number | undefined;
  /** Up to where RDS lets the storage grow by itself. */
  readonly maxAllocatedStorageGiB?: number | undefined;
  readonly storageType?: string | undefined;
  readonly iops?: number | undefined;
  /** In MiB a second; for `gp3` only. */
  readonly storageThroughputMiBps?: number | undefined;
  /** e.g. `db.m7g.large`. */
  readonly dbInstanceClass?: string | undefined;
  readonly engineVersion?: string | undefined;
  /** Needed for an `engineVersion` that is another major one. */
  readonly allowMajorVersionUpgrade?: boolean | undefined;
  /** A new one. It is changed at once. */
  readonly masterUserPassword?: string | undefined;
  /** `true`: from now on AWS makes the password and keeps it in Secrets Manager; `false`, with a `masterUserPassword`: no longer. */
  readonly manageMasterUserPassword?: boolean | undefined;
  /** `true`: AWS makes another password for the one that it manages. */
  readonly rotateMasterUserPassword?: boolean | undefined;
  /** 0–35. 0 deletes the automated backups and ends them; from 0 to more interrupts it. */
  readonly backupRetentionDays?: number | undefined;
  readonly multiAz?: boolean | undefined;
  /** Replaces all of its security groups. */
  readonly vpcSecurityGroupIds?: readonly string[] | undefined;
  readonly dbSubnetGroupName?: string | undefined;
  readonly publiclyAccessible?: boolean | undefined;
  /** 1150–65535. It restarts at once. */
  readonly port?: number | undefined;
  readonly deletionProtection?: boolean | undefined;
  readonly autoMinorVersionUpgrade?: boolean | undefined;
  readonly copyTagsToSnapshot?: boolean | undefined;
  readonly enableIamDatabaseAuthentication?: boolean | undefined;
  /** Works after the next reboot. */
  readonly dbParameterGroupName?: string | undefined;
  readonly optionGroupName?: string | undefined;
}

type Fields = {
  readonly [Name in Exclude<keyof ModifyDbInstanceInput, 'aws'>]-?: z.ZodMiniType<ModifyDbInstanceInput[Name]>;
};

export const modifyDbInstanceFields = (): Fields => ({
  dbInstanceIdentifier: dbInstanceName(),
  applyImmediately: z.optional(z.boolean()),
  allocatedStorageGiB: z.optional(z.int().check(z.gte(5), z.lte(65_536))),
  maxAllocatedStorageGiB: z.optional(z.int().check(z.gte(20), z.lte(65_536))),
  storageType: z.optional(text(1, 32)),
  iops: z.optional(z.int().check(z.gte(1_000), z.lte(256_000))),
  storageThroughputMiBps: z.optional(z.int().check(z.gte(125), z.lte(16_000))),
  dbInstanceClass: z.optional(z.string().check(z.regex(/^db\.[\w.-]+$/, 'a class such as db.t4g.micro'))),
  engineVersion: z.optional(text(1, 64)),
  allowMajorVersionUpgrade: z.optional(z.boolean()),
  masterUserPassword: z.optional(masterUserPassword()),
  manageMasterUserPassword: z.optional(z.boolean()),
  rotateMasterUserPassword: z.optional(z.boolean()),
  backupRetentionDays: z.optional(z.int().check(z.gte(0), z.lte(35))),
  multiAz: z.optional(z.boolean()),
  vpcSecurityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.minLength(1))),
  dbSubnetGroupName: z.optional(subnetGroupName()),
  publiclyAccessible: z.optional(z.boolean()),
  port: z.optional(databasePort()),
  deletionProtection: z.optional(z.boolean()),
  autoMinorVersionUpgrade: z.optional(z.boolean()),
  copyTagsToSnapshot: z.optional(z.boolean()),
  enableIamDatabaseAuthentication: z.optional(z.boolean()),
  dbParameterGroupName: z.optional(text(1, 255)),
  optionGroupName: z.optional(text(1, 255)),
});
