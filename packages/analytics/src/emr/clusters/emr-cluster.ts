import {
  type AwsResource,
  optionalString,
  from,
  list,
  type Open,
  openEnum,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { Application$, Cluster$, ClusterSummary$, ErrorDetail$ } from '@aws-sdk/client-emr';

/** The states of a cluster. AWS describes a terminated cluster for two months. */
export const emrClusterStates = [
  'STARTING',
  'BOOTSTRAPPING',
  'RUNNING',
  'WAITING',
  'TERMINATING',
  'TERMINATED',
  'TERMINATED_WITH_ERRORS',
] as const;
export type EmrClusterState = Open<(typeof emrClusterStates)[number]>;

/** An error that terminated a cluster. */
export interface EmrClusterError {
  /** AWS's code of the error. */
  readonly errorCode?: string | undefined;
  /** AWS's message for the error. */
  readonly errorMessage?: string | undefined;
}

/** An application that is installed on a cluster. */
export interface EmrApplication {
  /** Name of the application, e.g. `Spark`. */
  readonly name?: string | undefined;
  /** Version of the application, e.g. `3.5.5`. */
  readonly version?: string | undefined;
}

/** A cluster in a listing. */
export interface ListedEmrCluster extends AwsResource {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  /** ARN of the cluster. */
  readonly clusterArn?: string | undefined;
  /** Name of the cluster. */
  readonly name: string;
  /** State of the cluster. */
  readonly state: EmrClusterState;
  /**
   * AWS's code of the reason for the state, e.g. `USER_REQUEST`, `ALL_STEPS_COMPLETED`, `STEP_FAILURE`, `BOOTSTRAP_FAILURE` or
   * `VALIDATION_ERROR`.
   */
  readonly stateChangeReasonCode?: string | undefined;
  /** AWS's message about the reason for the state. */
  readonly stateChangeReason?: string | undefined;
  /** The errors that terminated the cluster. */
  readonly errorDetails: readonly EmrClusterError[];
  /** Time at which the cluster was created. */
  readonly creationDateTime: Date;
  /** Time at which the cluster was ready to run steps. Absent before. */
  readonly readyDateTime?: Date | undefined;
  /** Time at which the cluster was terminated. Absent before. */
  readonly endDateTime?: Date | undefined;
  /** Approximate use of the cluster so far, in hours of an `m1.small` instance. AWS does not bill by this number. */
  readonly normalizedInstanceHours?: number | undefined;
}

/** An EMR cluster. https://docs.aws.amazon.com/emr/latest/APIReference/API_Cluster.html */
export interface EmrCluster extends ListedEmrCluster {
  /** EMR release, e.g. `emr-7.9.0`. */
  readonly releaseLabel?: string | undefined;
  /** The installed applications. */
  readonly applications: readonly EmrApplication[];
  /** Whether the cluster terminates automatically when its steps have ended. */
  readonly autoTerminate?: boolean | undefined;
  /** Whether termination protection is enabled. */
  readonly terminationProtected?: boolean | undefined;
  /** S3 URI of the folder with the logs. Absent if the cluster stores no logs in S3. */
  readonly logUri?: string | undefined;
  /** DNS name of the primary node; the private name if the subnet is private. */
  readonly masterPublicDnsName?: string | undefined;
  /** ID of the subnet. */
  readonly subnetId?: string | undefined;
  /** Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone?: string | undefined;
  /** Name of the key pair for logging in to the primary node as `hadoop`. */
  readonly keyName?: string | undefined;
  /** Name or ARN of the role that EMR assumes to manage the cluster. */
  readonly serviceRole?: string | undefined;
  /** Name of the instance profile of the cluster's instances. */
  readonly jobFlowRole?: string | undefined;
  /** Name of the security configuration. */
  readonly securityConfiguration?: string | undefined;
  /** Maximum number of steps that run at the same time. */
  readonly stepConcurrencyLevel?: number | undefined;
  /** Tags of the cluster. */
  readonly tags: Tags;
}

/** Parses one `Cluster` structure. */
export const emrCluster = (): Schema<EmrCluster> =>
  resource<EmrCluster>(Cluster$, {
    ...clusterMembers(),
    releaseLabel: optionalString(),
    applications: list(resource<EmrApplication>(Application$, { name: optionalString(), version: optionalString() })),
    autoTerminate: z.optional(z.boolean()),
    terminationProtected: z.optional(z.boolean()),
    logUri: optionalString(),
    masterPublicDnsName: optionalString(),
    subnetId: from('Ec2InstanceAttributes.Ec2SubnetId', optionalString()),
    availabilityZone: from('Ec2InstanceAttributes.Ec2AvailabilityZone', optionalString()),
    keyName: from('Ec2InstanceAttributes.Ec2KeyName', optionalString()),
    serviceRole: optionalString(),
    jobFlowRole: from('Ec2InstanceAttributes.IamInstanceProfile', optionalString()),
    securityConfiguration: optionalString(),
    stepConcurrencyLevel: z.optional(z.number()),
    tags: tags(),
  });

/** Parses one `ClusterSummary` structure. */
export const listedEmrCluster = (): Schema<ListedEmrCluster> =>
  resource<ListedEmrCluster>(ClusterSummary$, clusterMembers());

const clusterMembers = (): Parameters<typeof resource<ListedEmrCluster>>[1] => ({
  clusterId: from('Id', z.string()),
  clusterArn: optionalString(),
  name: z.string(),
  state: from('Status.State', openEnum(emrClusterStates)),
  stateChangeReasonCode: from('Status.StateChangeReason.Code', optionalString()),
  stateChangeReason: from('Status.StateChangeReason.Message', optionalString()),
  errorDetails: from(
    'Status.ErrorDetails',
    list(resource<EmrClusterError>(ErrorDetail$, { errorCode: optionalString(), errorMessage: optionalString() })),
  ),
  creationDateTime: from('Status.Timeline.CreationDateTime', z.date()),
  readyDateTime: from('Status.Timeline.ReadyDateTime', z.optional(z.date())),
  endDateTime: from('Status.Timeline.EndDateTime', z.optional(z.date())),
  normalizedInstanceHours: z.optional(z.number()),
});
