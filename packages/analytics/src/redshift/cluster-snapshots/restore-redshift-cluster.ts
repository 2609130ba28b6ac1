import {
  arn,
  type AwsInput,
  iamPropagation,
  input,
  operation,
  text,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { clusterName, redshift, snapshotName } from '@arch/services/redshift';
import { RestoreFromClusterSnapshotCommand } from '@aws-sdk/client-redshift';

import { managedPasswordPermissions } from '../redshift-admin-password.js';
import {
  clusterSettingsFields,
  isPortOf,
  nodeType,
  passRole,
  type RedshiftClusterSettings,
  type RedshiftNodeType,
} from '../redshift-cluster-settings.js';
import {
  describeRedshiftCluster,
  redshiftCluster,
  type RedshiftCluster,
  waitForRedshiftCluster,
} from '../clusters/index.js';

export interface RestoreRedshiftClusterInput extends RedshiftClusterSettings, AwsInput {
  /** Identifier of the new cluster: 1–63 lower-case letters, digits and single hyphens, a letter first. */
  readonly clusterIdentifier: string;
  /** Identifier of the snapshot. Required without `snapshotArn`. */
  readonly snapshotIdentifier?: string | undefined;
  /**
   * ARN of the snapshot, for a snapshot that another account shares, or a snapshot of Redshift Serverless. Required without
   * `snapshotIdentifier`.
   */
  readonly snapshotArn?: string | undefined;
  /** Identifier of the snapshot's cluster. Required if the caller's IAM policies are limited to clusters. */
  readonly snapshotClusterIdentifier?: string | undefined;
  /** ID of the account that owns the snapshot, 12 digits. Default: your account. */
  readonly ownerAccount?: string | undefined;
  /** Node type, one of the snapshot's `restorableNodeTypes`. Default that AWS applies: the node type of the snapshot's cluster. */
  readonly nodeType?: RedshiftNodeType | undefined;
  /** Number of nodes, 1–100. Default that AWS applies: the number of the snapshot's cluster. */
  readonly numberOfNodes?: number | undefined;
  /** `true`, with `kmsKeyId`, encrypts a cluster from an unencrypted snapshot. Default that AWS applies: as the snapshot. */
  readonly encrypted?: boolean | undefined;
  /**
   * `true`: AWS generates a new password and stores it in Secrets Manager. Default that AWS applies: the password of the snapshot's
   * cluster.
   */
  readonly manageMasterPassword?: boolean | undefined;
  /**
   * Retention period of automated snapshots in days, 0–35; 0, only for `dc2`, disables them. Default that AWS applies: the setting of the
   * snapshot's cluster.
   */
  readonly automatedSnapshotRetentionDays?: number | undefined;
}

/**
 * Creates a Redshift cluster from a snapshot. The cluster is private by default. AWS does not restore security groups, parameter group and
 * roles; specify them again. With `wait: true` the call resolves when the cluster runs queries; AWS may still be loading data, and
 * `waitForRedshiftCluster` with `restored` waits for all data. Not idempotent: a second call throws `AlreadyExistsError`.
 *
 * @example
 * await restoreRedshiftCluster({ clusterIdentifier: 'reports-2', snapshotIdentifier: 'before-upgrade' }, { wait: true });
 * @throws {AlreadyExistsError} there is already a cluster with this identifier in this region.
 * @throws {NotFoundError} there is no such snapshot, subnet group or parameter group.
 * @throws {ConflictError} the snapshot is not available yet.
 * @throws {QuotaExceededError} the account has reached its quota of clusters or nodes.
 * @throws {CapacityError} AWS currently has no free nodes of this type.
 * @throws {WaitError} with `wait`: the restore failed, or the cluster cannot be used; the error contains the reason.
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_RestoreFromClusterSnapshot.html
 */
export const restoreRedshiftCluster: WaitableOperation<
  RestoreRedshiftClusterInput,
  RedshiftCluster,
  RedshiftCluster,
  { on: 'clusterIdentifier' | 'roleArn' | 'snapshotIdentifier'; with: 'iamRoles' }
> = operation(() => ({
  name: 'restoreRedshiftCluster',
  service: redshift,
  command: RestoreFromClusterSnapshotCommand,
  repeatable: 'refused',
  propagates: iamPropagation,
  permissions: [
    { action: 'redshift:RestoreFromClusterSnapshot', resources: ['cluster', 'snapshot'] },
    passRole,
    ...managedPasswordPermissions(),
  ],
  input: restoreInput(),
  output: redshiftCluster(),
  request: ({
    clusterIdentifier,
    publiclyAccessible = false,
    automatedSnapshotRetentionDays,
    manualSnapshotRetentionDays,
  }) => ({
    ClusterIdentifier: clusterIdentifier,
    PubliclyAccessible: publiclyAccessible,
    AutomatedSnapshotRetentionPeriod: automatedSnapshotRetentionDays,
    ManualSnapshotRetentionPeriod: manualSnapshotRetentionDays,
  }),
  select: ({ Cluster }) => Cluster,
  creates: ({ clusterIdentifier }) => [clusterIdentifier],
  uses: [describeRedshiftCluster],
  wait: ({ clusterIdentifier }, options) => waitForRedshiftCluster({ clusterIdentifier, state: 'available' }, options),
}));

const restoreInput = (): z.ZodMiniType<RestoreRedshiftClusterInput> =>
  input<RestoreRedshiftClusterInput>({
    ...clusterSettingsFields(),
    clusterIdentifier: clusterName(),
    snapshotIdentifier: z.optional(snapshotName()),
    snapshotArn: z.optional(arn('redshift', 'redshift-serverless')),
    snapshotClusterIdentifier: z.optional(text(1, 255)),
    ownerAccount: z.optional(z.string().check(z.regex(/^\d{12}$/, 'an account ID of 12 digits'))),
    nodeType: z.optional(nodeType()),
    encrypted: z.optional(z.boolean()),
    manageMasterPassword: z.optional(z.boolean()),
    automatedSnapshotRetentionDays: z.optional(z.int().check(z.gte(0), z.lte(35))),
  }).check(
    z.refine(({ snapshotIdentifier: name, snapshotArn }) => (name === undefined) !== (snapshotArn === undefined), {
      error: 'either a snapshotIdentifier or a snapshotArn',
    }),
    z.refine(({ nodeType: type, port }) => isPortOf(type, port), {
      error: '5431–5455 or 8191–8215 for ra3 and rg nodes',
      path: ['port'],
    }),
    z.refine(
      ({ manageMasterPassword, masterPasswordSecretKmsKeyId: key }) => manageMasterPassword || key === undefined,
      {
        error: 'a masterPasswordSecretKmsKeyId only with manageMasterPassword',
      },
    ),
  );
