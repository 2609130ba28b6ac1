import {
  type AwsResource,
  optionalString,
  from,
  list,
  maybe,
  openEnum,
  pluck,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { Cluster$, Endpoint$, RestoreStatus$ } from '@aws-sdk/client-redshift';

import { type RedshiftNodeType, redshiftNodeTypes } from '../redshift-cluster-settings.js';
import { redshiftEndpoint, type RedshiftEndpoint } from '../redshift-endpoint.js';
import { type RedshiftClusterState, redshiftClusterStates } from './redshift-cluster-state.js';

/** How far the restoring of a cluster is; AWS counts megabytes and seconds for `dc2` nodes only. */
export interface RedshiftRestoreStatus {
  /** `starting`, `restoring`, `completed` or `failed`. */
  readonly status: string;
  readonly progressInMegaBytes?: number | undefined;
  readonly snapshotSizeInMegaBytes?: number | undefined;
  readonly estimatedTimeToCompletionInSeconds?: number | undefined;
}

/** A Redshift cluster. https://docs.aws.amazon.com/redshift/latest/APIReference/API_Cluster.html */
export interface RedshiftCluster extends AwsResource {
  readonly clusterIdentifier: string;
  readonly clusterStatus: RedshiftClusterState;
  /** Whether queries run: `Available`, `Unavailable`, `Maintenance`, `Modifying` or `Failed`. */
  readonly clusterAvailabilityStatus?: string | undefined;
  /** e.g. `ra3.large`. */
  readonly nodeType: RedshiftNodeType;
  readonly numberOfNodes: number;
  /** Absent until the cluster can be reached. */
  readonly endpoint?: RedshiftEndpoint | undefined;
  /** The database that was made with it. */
  readonly dbName?: string | undefined;
  readonly masterUsername?: string | undefined;
  /** The secret that holds the password, where AWS manages it. */
  readonly masterPasswordSecretArn?: string | undefined;
  readonly encrypted?: boolean | undefined;
  /** ARN of the key that it is encrypted with. */
  readonly kmsKeyId?: string | undefined;
  readonly publiclyAccessible?: boolean | undefined;
  readonly enhancedVpcRouting?: boolean | undefined;
  readonly vpcId?: string | undefined;
  readonly vpcSecurityGroupIds: readonly string[];
  readonly clusterSubnetGroupName?: string | undefined;
  readonly availabilityZone?: string | undefined;
  readonly multiAz?: boolean | undefined;
  /** ARNs of the roles that SQL can use. */
  readonly iamRoleArns: readonly string[];
  /** 0: there are no automated snapshots. */
  readonly automatedSnapshotRetentionDays?: number | undefined;
  /** -1: snapshots that are taken by hand are kept for ever. */
  readonly manualSnapshotRetentionDays?: number | undefined;
  /** In UTC. */
  readonly preferredMaintenanceWindow?: string | undefined;
  readonly clusterVersion?: string | undefined;
  readonly totalStorageCapacityInMegaBytes?: number | undefined;
  /** Absent where the cluster was not made from a snapshot. */
  readonly restoreStatus?: RedshiftRestoreStatus | undefined;
  /** What AWS has still to do, in its words. */
  readonly pendingActions: readonly string[];
  readonly clusterNamespaceArn?: string | undefined;
  /** Absent while it is being made. */
  readonly clusterCreateTime?: Date | undefined;
  readonly tags: Tags;
}

/** Parses one Redshift `Cluster` structure. */
export const redshiftCluster = (): Schema<RedshiftCluster> =>
  resource<RedshiftCluster>(Cluster$, {
    clusterIdentifier: z.string(),
    clusterStatus: openEnum(redshiftClusterStates),
    clusterAvailabilityStatus: optionalString(),
    nodeType: openEnum(redshiftNodeTypes),
    numberOfNodes: z.number(),
    endpoint: redshiftEndpoint(Endpoint$),
    dbName: optionalString(),
    masterUsername: optionalString(),
    masterPasswordSecretArn: optionalString(),
    encrypted: z.optional(z.boolean()),
    kmsKeyId: optionalString(),
    publiclyAccessible: z.optional(z.boolean()),
    enhancedVpcRouting: z.optional(z.boolean()),
    vpcId: optionalString(),
    vpcSecurityGroupIds: from('VpcSecurityGroups', pluck('VpcSecurityGroupId', z.string())),
    clusterSubnetGroupName: optionalString(),
    availabilityZone: optionalString(),
    multiAz: { path: 'MultiAZ', type: z.optional(z.boolean()), read: isEnabled },
    iamRoleArns: from('IamRoles', pluck('IamRoleArn', z.string())),
    automatedSnapshotRetentionDays: from('AutomatedSnapshotRetentionPeriod', z.optional(z.number())),
    manualSnapshotRetentionDays: from('ManualSnapshotRetentionPeriod', z.optional(z.number())),
    preferredMaintenanceWindow: optionalString(),
    clusterVersion: optionalString(),
    totalStorageCapacityInMegaBytes: z.optional(z.number()),
    restoreStatus: maybe(restoreStatus()),
    pendingActions: list(z.string()),
    clusterNamespaceArn: optionalString(),
    clusterCreateTime: z.optional(z.date()),
    tags: tags(),
  });

const restoreStatus = (): Schema<RedshiftRestoreStatus> =>
  resource<RedshiftRestoreStatus>(RestoreStatus$, {
    status: z.string(),
    progressInMegaBytes: z.optional(z.number()),
    snapshotSizeInMegaBytes: z.optional(z.number()),
    estimatedTimeToCompletionInSeconds: z.optional(z.number()),
  });

/** AWS has a text here where it documents a boolean: `Enabled` or `Disabled`. */
const isEnabled = (value: unknown): boolean | undefined =>
  typeof value === 'string' ? /^(?:enabled|true)$/i.test(value) : undefined;
