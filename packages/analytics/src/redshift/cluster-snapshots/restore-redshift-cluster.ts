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
  /** The new cluster: 1–63 lower-case letters, digits and single hyphens, a letter first. */
  readonly clusterIdentifier: string;
  /** What it is made from. Either this or `snapshotArn`. */
  readonly snapshotIdentifier?: string | undefined;
  /** The same by its ARN: for what another account shares, and for snapshots of Redshift Serverless. */
  readonly snapshotArn?: string | undefined;
  /** The cluster that the snapshot was taken of; needed where the caller's policies name clusters. */
  readonly snapshotClusterIdentifier?: string | undefined;
  /** The account that the snapshot belongs to, where it is another's. */
  readonly ownerAccount?: string | undefined;
  /** One of the snapshot's `restorableNodeTypes`. Default: that of the cluster that the snapshot was taken of. */
  readonly nodeType?: RedshiftNodeType | undefined;
  /** Default: as many as the cluster had that the snapshot was taken of. */
  readonly numberOfNodes?: number | undefined;
  /** `true`, with a `kmsKeyId`: encrypts what is not encrypted in the snapshot. Default: as the snapshot is. */
  readonly encrypted?: boolean | undefined;
  /** `true`: AWS makes a new password and keeps it in Secrets Manager. Default: the password that the cluster had. */
  readonly manageMasterPassword?: boolean | undefined;
  /** 0–35; 0, for `dc2` only, turns automated snapshots off. Default: as the cluster had it. */
  readonly automatedSnapshotRetentionDays?: number | undefined;
}

/**
 * Makes a new Redshift cluster from a snapshot: private, unless you say otherwise; security groups, parameter group and roles are to be
 * given anew. With `wait: true` it resolves when it runs queries, while data may still come: `waitForRedshiftCluster` waits for `restored`. A
 * retry never makes a second one: the name is taken then.
 *
 * @example
 * await restoreRedshiftCluster({ clusterIdentifier: 'reports-2', snapshotIdentifier: 'before-upgrade' }, { wait: true });
 * @throws {AlreadyExistsError} there is a cluster of that name in this region.
 * @throws {NotFoundError} there is no such snapshot, subnet group or parameter group.
 * @throws {ConflictError} the snapshot is not available yet.
 * @throws {QuotaExceededError} the account has as many clusters, or nodes, as it may have.
 * @throws {CapacityError} AWS has no such nodes free now.
 * @throws {WaitError} it could not be restored, or cannot be used; the reason says why.
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
    snapshotArn: z.optional(arn('redshift(?:-serverless)?')),
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
