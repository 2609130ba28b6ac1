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

/** States of a cluster. One that has ended is described for two months more. */
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

/** One of the errors that ended a cluster. */
export interface EmrClusterError {
  readonly errorCode?: string | undefined;
  readonly errorMessage?: string | undefined;
}

/** What is installed on a cluster. */
export interface EmrApplication {
  /** e.g. `Spark`. */
  readonly name?: string | undefined;
  readonly version?: string | undefined;
}

/** A cluster as a listing gives it. */
export interface ListedEmrCluster extends AwsResource {
  /** e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  readonly clusterArn?: string | undefined;
  readonly name: string;
  readonly state: EmrClusterState;
  /** e.g. `USER_REQUEST`, `ALL_STEPS_COMPLETED`, `STEP_FAILURE`, `BOOTSTRAP_FAILURE` or `VALIDATION_ERROR`. */
  readonly stateChangeReasonCode?: string | undefined;
  /** AWS's words for why it is in that state. */
  readonly stateChangeReason?: string | undefined;
  readonly errorDetails: readonly EmrClusterError[];
  readonly creationDateTime: Date;
  /** When it was ready to run steps. */
  readonly readyDateTime?: Date | undefined;
  readonly endDateTime?: Date | undefined;
  /** Its use so far, in hours of an `m1.small`: roughly what it costs, not what is billed. */
  readonly normalizedInstanceHours?: number | undefined;
}

/** An EMR cluster. https://docs.aws.amazon.com/emr/latest/APIReference/API_Cluster.html */
export interface EmrCluster extends ListedEmrCluster {
  /** e.g. `emr-7.9.0`. */
  readonly releaseLabel?: string | undefined;
  readonly applications: readonly EmrApplication[];
  /** Whether it ends by itself when its steps are over. */
  readonly autoTerminate?: boolean | undefined;
  readonly terminationProtected?: boolean | undefined;
  /** Where its logs are in S3. Absent: there are none. */
  readonly logUri?: string | undefined;
  /** The primary node; a private name in a private subnet. */
  readonly masterPublicDnsName?: string | undefined;
  readonly subnetId?: string | undefined;
  readonly availabilityZone?: string | undefined;
  readonly keyName?: string | undefined;
  /** The role that EMR works with. */
  readonly serviceRole?: string | undefined;
  /** The role of its instances. */
  readonly jobFlowRole?: string | undefined;
  readonly securityConfiguration?: string | undefined;
  /** How many steps run at once. */
  readonly stepConcurrencyLevel?: number | undefined;
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
