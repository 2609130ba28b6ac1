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
  /** The name of the DB instance, e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /**
   * `true` applies this change and all pending changes at once, which can interrupt the DB instance. Default: `false`; changes that interrupt
   * the DB instance are pending until the maintenance window.
   */
  readonly applyImmediately?: boolean | undefined;
  /** The new size of the storage in GiB: at least 10% more than now; storage cannot shrink. With provisioned IOPS, pass `iops` too. */
  readonly allocatedStorageGiB?: number | undefined;
  /** The size in GiB up to which RDS increases the storage automatically. */
  readonly maxAllocatedStorageGiB?: number | undefined;
  /** The storage type. */
  readonly storageType?: DbStorageType | undefined;
  /** I/O operations per second, 1,000–256,000. 0 ends provisioned IOPS. */
  readonly iops?: number | undefined;
  /** Storage throughput in MiB per second, 125–16,000. Only for `gp3`. */
  readonly storageThroughputMiBps?: number | undefined;
  /** The instance class, e.g. `db.m7g.large`. */
  readonly dbInstanceClass?: string | undefined;
  /** The version of the engine, e.g. `17.5`. */
  readonly engineVersion?: string | undefined;
  /** Whether `engineVersion` may be another major version. Default: `false`. */
  readonly allowMajorVersionUpgrade?: boolean | undefined;
  /** The new password of the master user. AWS always changes it at once. */
  readonly masterUserPassword?: string | undefined;
  /** `true`: AWS generates the password and stores it in Secrets Manager. `false`: AWS no longer manages the password; requires `masterUserPassword`. */
  readonly manageMasterUserPassword?: boolean | undefined;
  /** `true` rotates the password that AWS manages. Requires `applyImmediately: true`. */
  readonly rotateMasterUserPassword?: boolean | undefined;
  /**
   * The number of days for which automated backups are kept, 0–35. 0 disables automated backups and deletes existing ones. A change from 0
   * interrupts the DB instance.
   */
  readonly backupRetentionDays?: number | undefined;
  /** Whether AWS runs a standby in another Availability Zone. */
  readonly multiAz?: boolean | undefined;
  /** The IDs of the security groups; they replace all existing ones. */
  readonly vpcSecurityGroupIds?: readonly string[] | undefined;
  /** The name of the DB subnet group. A group in another VPC moves the DB instance to that VPC. */
  readonly dbSubnetGroupName?: string | undefined;
  /** Whether the DB instance has a public address. */
  readonly publiclyAccessible?: boolean | undefined;
  /** The port, 1,150–65,535. AWS restarts the DB instance at once. */
  readonly port?: number | undefined;
  /** Whether deletion protection is enabled. */
  readonly deletionProtection?: boolean | undefined;
  /** Whether RDS installs minor versions of the engine in the maintenance window. */
  readonly autoMinorVersionUpgrade?: boolean | undefined;
  /** Whether snapshots get the tags of the DB instance. */
  readonly copyTagsToSnapshot?: boolean | undefined;
  /** Whether IAM users and roles can sign in with `generateDbAuthToken`. */
  readonly enableIamDatabaseAuthentication?: boolean | undefined;
  /** The name of the DB parameter group. Its parameters take effect after a reboot. */
  readonly dbParameterGroupName?: string | undefined;
  /** The name of the option group. */
  readonly optionGroupName?: string | undefined;
}

/** Checks the members of {@link ModifyDbInstanceInput}. */
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
