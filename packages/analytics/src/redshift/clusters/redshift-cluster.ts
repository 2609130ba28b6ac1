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

/** The progress of the restore of a cluster. AWS returns sizes and times only for `dc2` nodes. */
export interface RedshiftRestoreStatus {
  /** Status of the restore: `starting`, `restoring`, `completed` or `failed`. */
  readonly status: string;
  /** Data in MB that AWS has already restored. */
  readonly progressInMegaBytes?: number | undefined;
  /** Size of the snapshot in MB. */
  readonly snapshotSizeInMegaBytes?: number | undefined;
  /** Estimated remaining time in seconds. */
  readonly estimatedTimeToCompletionInSeconds?: number | undefined;
}

/** A Redshift cluster. https://docs.aws.amazon.com/redshift/latest/APIReference/API_Cluster.html */
export interface RedshiftCluster extends AwsResource {
  /** Identifier of the cluster, e.g. `reports`. */
  readonly clusterIdentifier: string;
  /** State of the cluster. */
  readonly clusterStatus: RedshiftClusterState;
  /** Availability of the cluster for queries: `Available`, `Unavailable`, `Maintenance`, `Modifying` or `Failed`. */
  readonly clusterAvailabilityStatus?: string | undefined;
  /** Node type, e.g. `ra3.large`. */
  readonly nodeType: RedshiftNodeType;
  /** Number of compute nodes. */
  readonly numberOfNodes: number;
  /** Endpoint for SQL clients. Absent until the cluster has an address. */
  readonly endpoint?: RedshiftEndpoint | undefined;
  /** Name of the database that was created with the cluster. */
  readonly dbName?: string | undefined;
  /** Name of the admin user. */
  readonly masterUsername?: string | undefined;
  /** ARN of the secret with the admin password. Absent if AWS does not manage the password. */
  readonly masterPasswordSecretArn?: string | undefined;
  /** Whether the data is encrypted. */
  readonly encrypted?: boolean | undefined;
  /** ARN of the KMS key for the encryption. */
  readonly kmsKeyId?: string | undefined;
  /** Whether the cluster has a public address. */
  readonly publiclyAccessible?: boolean | undefined;
  /** Whether `COPY` and `UNLOAD` send their data through the VPC. */
  readonly enhancedVpcRouting?: boolean | undefined;
  /** ID of the VPC. */
  readonly vpcId?: string | undefined;
  /** IDs of the security groups. */
  readonly vpcSecurityGroupIds: readonly string[];
  /** Name of the subnet group. */
  readonly clusterSubnetGroupName?: string | undefined;
  /** Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone?: string | undefined;
  /** Whether the cluster runs in two Availability Zones. */
  readonly multiAz?: boolean | undefined;
  /** ARNs of the IAM roles that SQL statements can use. */
  readonly iamRoleArns: readonly string[];
  /** Retention period of automated snapshots in days; 0 if they are disabled. */
  readonly automatedSnapshotRetentionDays?: number | undefined;
  /** Retention period of manual snapshots in days; -1 for no limit. */
  readonly manualSnapshotRetentionDays?: number | undefined;
  /** Weekly maintenance window in UTC, e.g. `sun:03:00-sun:03:30`. */
  readonly preferredMaintenanceWindow?: string | undefined;
  /** Version of Redshift. */
  readonly clusterVersion?: string | undefined;
  /** Total storage capacity in MB. */
  readonly totalStorageCapacityInMegaBytes?: number | undefined;
  /** Progress of the restore. Absent if the cluster was not restored from a snapshot. */
  readonly restoreStatus?: RedshiftRestoreStatus | undefined;
  /** The operations that AWS has not started yet. */
  readonly pendingActions: readonly string[];
  /** ARN of the namespace of the cluster, for data sharing. */
  readonly clusterNamespaceArn?: string | undefined;
  /** Time at which the cluster was created. Absent while AWS is creating it. */
  readonly clusterCreateTime?: Date | undefined;
  /** Tags of the cluster. */
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

/** AWS returns `Enabled` or `Disabled`, although its documentation says boolean. */
const isEnabled = (value: unknown): boolean | undefined =>
  typeof value === 'string' ? /^(?:enabled|true)$/i.test(value) : undefined;
