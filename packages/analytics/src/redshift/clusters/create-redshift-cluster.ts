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
 * Makes a Redshift cluster: encrypted, private, with snapshots of 7 days and a password that AWS manages, of one node, unless you say
 * otherwise. With `wait: true` it resolves when it runs queries, which takes AWS some minutes. AWS bills the nodes until it is paused or
 * deleted. A retry never makes a second one: the name is taken then.
 *
 * @example
 * const { endpoint } = await createRedshiftCluster({ clusterIdentifier: 'reports', nodeType: 'ra3.large' }, { wait: true });
 * @throws {AlreadyExistsError} there is a cluster of that name in this region.
 * @throws {NotFoundError} there is no such subnet group, security group or parameter group.
 * @throws {QuotaExceededError} the account has as many clusters, or nodes, as it may have.
 * @throws {CapacityError} AWS has no such nodes free now.
 * @throws {WaitError} it cannot be used; the reason says why.
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
  // AWS's default is the other type, which wants two nodes or more.
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
