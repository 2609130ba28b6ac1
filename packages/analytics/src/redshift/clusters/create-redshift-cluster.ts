import { iamPropagation, input, operation, toTagList, type WaitableOperation } from '@arch/core/builder';
import { redshift } from '@arch/services/redshift';
import { CreateClusterCommand, type CreateClusterCommandInput } from '@aws-sdk/client-redshift';

import { managedPasswordPermissions } from '../redshift-admin-password.js';
import { passRole } from '../redshift-cluster-settings.js';
import {
  createRedshiftClusterChecks,
  createRedshiftClusterFields,
  type CreateRedshiftClusterInput,
} from './create-redshift-cluster-input.js';
import { describeRedshiftCluster } from './describe-redshift-cluster.js';
import { redshiftCluster, type RedshiftCluster } from './redshift-cluster.js';
import { waitForRedshiftCluster } from './wait-for-redshift-cluster.js';

/**
 * Creates a Redshift cluster. It is always encrypted. By default it is private and has one node, automated snapshots of 7 days, and a
 * password that AWS manages. With `wait: true` the call resolves when the cluster runs queries, which takes some minutes. AWS bills the
 * nodes until the cluster is paused or deleted. Not idempotent: a second call throws `AlreadyExistsError`.
 *
 * @example
 * const { endpoint } = await createRedshiftCluster({ clusterIdentifier: 'reports', nodeType: 'ra3.large' }, { wait: true });
 * @throws {AlreadyExistsError} there is already a cluster with this identifier in this region.
 * @throws {NotFoundError} there is no such subnet group, security group or parameter group.
 * @throws {QuotaExceededError} the account has reached its quota of clusters or nodes.
 * @throws {CapacityError} AWS currently has no free nodes of this type.
 * @throws {WaitError} with `wait`: the cluster cannot be used; the error contains the reason.
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html
 */
export const createRedshiftCluster: WaitableOperation<
  CreateRedshiftClusterInput,
  RedshiftCluster,
  RedshiftCluster,
  { on: 'clusterIdentifier' | 'roleArn'; with: 'iamRoles' | 'tags' }
> = operation(() => ({
  name: 'createRedshiftCluster',
  service: redshift,
  command: CreateClusterCommand,
  repeatable: 'refused',
  propagates: iamPropagation,
  permissions: [
    { action: 'redshift:CreateCluster', resources: ['cluster'] },
    { action: 'redshift:CreateTags', resources: ['cluster'], with: 'tags' },
    passRole,
    ...managedPasswordPermissions(),
  ],
  input: input<CreateRedshiftClusterInput>(createRedshiftClusterFields()).check(...createRedshiftClusterChecks()),
  output: redshiftCluster(),
  request: newClusterRequest,
  select: ({ Cluster }) => Cluster,
  creates: ({ clusterIdentifier }) => [clusterIdentifier],
  uses: [describeRedshiftCluster],
  wait: ({ clusterIdentifier }, options) => waitForRedshiftCluster({ clusterIdentifier, state: 'available' }, options),
}));

const newClusterRequest = ({
  clusterIdentifier,
  nodeType,
  numberOfNodes = 1,
  masterUsername = 'awsuser',
  masterUserPassword,
  publiclyAccessible = false,
  automatedSnapshotRetentionDays = 7,
  manualSnapshotRetentionDays,
  iamRoles,
  tags,
}: CreateRedshiftClusterInput): CreateClusterCommandInput => ({
  ClusterIdentifier: clusterIdentifier,
  NodeType: nodeType,
  // AWS's default is multi-node, which requires at least two nodes.
  ClusterType: numberOfNodes === 1 ? 'single-node' : 'multi-node',
  NumberOfNodes: numberOfNodes === 1 ? undefined : numberOfNodes,
  MasterUsername: masterUsername,
  ...(masterUserPassword === undefined && { ManageMasterPassword: true }),
  Encrypted: true,
  PubliclyAccessible: publiclyAccessible,
  AutomatedSnapshotRetentionPeriod: automatedSnapshotRetentionDays,
  ManualSnapshotRetentionPeriod: manualSnapshotRetentionDays,
  IamRoles: iamRoles && [...iamRoles],
  Tags: tags && toTagList(tags),
});
