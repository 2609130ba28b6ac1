import { type AwsInput, ec2Id, type input, text, z } from '@arch/core/builder';
import {
  databasePort,
  dbInstanceName,
  instanceClass,
  parameterGroupName,
  retentionDays,
  subnetGroupName,
} from '@arch/services/rds';

import {
  changedIops,
  type DbStorageType,
  mostStorageGiB,
  storageGiB,
  storageType,
  throughputMiBps,
} from '../../db-storage.js';
import { masterUserPassword } from '../../master-user-password.js';

export interface ModifyDbInstanceInput extends AwsInput {
  /** e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /** `true`: at once, with all that is pending, which may interrupt it. Default: what would interrupt it waits for the maintenance window. */
  readonly applyImmediately?: boolean | undefined;
  /** More than it has, by 10% at least; storage never shrinks. With provisioned IOPS, give `iops` too. */
  readonly allocatedStorageGiB?: number | undefined;
  /** Up to where RDS lets the storage grow by itself. */
  readonly maxAllocatedStorageGiB?: number | undefined;
  readonly storageType?: DbStorageType | undefined;
  /** 1,000–256,000; 0 gives provisioned IOPS up. */
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
  /** `true`: AWS makes another password for the one that it manages; with `applyImmediately` only. */
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

export const modifyDbInstanceFields = (): Parameters<typeof input<ModifyDbInstanceInput>>[0] => ({
  dbInstanceIdentifier: dbInstanceName(),
  applyImmediately: z.optional(z.boolean()),
  allocatedStorageGiB: z.optional(storageGiB()),
  maxAllocatedStorageGiB: z.optional(mostStorageGiB()),
  storageType: z.optional(storageType()),
  iops: z.optional(changedIops()),
  storageThroughputMiBps: z.optional(throughputMiBps()),
  dbInstanceClass: z.optional(instanceClass()),
  engineVersion: z.optional(text(1, 64)),
  allowMajorVersionUpgrade: z.optional(z.boolean()),
  masterUserPassword: z.optional(masterUserPassword()),
  manageMasterUserPassword: z.optional(z.boolean()),
  rotateMasterUserPassword: z.optional(z.boolean()),
  backupRetentionDays: z.optional(retentionDays()),
  multiAz: z.optional(z.boolean()),
  vpcSecurityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.minLength(1))),
  dbSubnetGroupName: z.optional(subnetGroupName()),
  publiclyAccessible: z.optional(z.boolean()),
  port: z.optional(databasePort()),
  deletionProtection: z.optional(z.boolean()),
  autoMinorVersionUpgrade: z.optional(z.boolean()),
  copyTagsToSnapshot: z.optional(z.boolean()),
  enableIamDatabaseAuthentication: z.optional(z.boolean()),
  dbParameterGroupName: z.optional(parameterGroupName()),
  optionGroupName: z.optional(text(1, 255)),
});
