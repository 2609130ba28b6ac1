import {
  type AwsResource,
  optionalString,
  from,
  list,
  maybe,
  type Open,
  openEnum,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { Application$, ApplicationSummary$, MaximumAllowedResources$ } from '@aws-sdk/client-emr-serverless';

/** The states of an application. By default a submitted job starts an application that is `CREATED` or `STOPPED`. */
export const emrServerlessApplicationStates = [
  'CREATING',
  'CREATED',
  'STARTING',
  'STARTED',
  'STOPPING',
  'STOPPED',
  'TERMINATED',
] as const;
export type EmrServerlessApplicationState = Open<(typeof emrServerlessApplicationStates)[number]>;

/** The maximum capacity of all workers of an application together. */
export interface EmrServerlessCapacity {
  /** Number of vCPUs. */
  readonly vCpus: number;
  /** Memory in GB. */
  readonly memoryGB: number;
  /** Disk in GB. Absent if there is no limit. */
  readonly diskGB?: number | undefined;
}

/** An application in a listing. */
export interface ListedEmrServerlessApplication extends AwsResource {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** Name of the application. */
  readonly name?: string | undefined;
  /** ARN of the application. */
  readonly arn: string;
  /** State of the application. */
  readonly state: EmrServerlessApplicationState;
  /** AWS's reason for the state, if there is one. */
  readonly stateDetails?: string | undefined;
  /** Framework of the jobs: `Spark` or `Hive`. */
  readonly type: string;
  /** EMR release, e.g. `emr-7.9.0`. */
  readonly releaseLabel: string;
  /** Processor architecture of the workers: `X86_64` or `ARM64`. */
  readonly architecture?: string | undefined;
  /** Time at which the application was created. */
  readonly createdAt: Date;
  /** Time of the last update. */
  readonly updatedAt: Date;
}

/** An EMR Serverless application. https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_Application.html */
export interface EmrServerlessApplication extends ListedEmrServerlessApplication {
  /** Maximum capacity of all workers together. Absent if only the quota of the account applies. */
  readonly maximumCapacity?: EmrServerlessCapacity | undefined;
  /** Whether the application starts when a job is submitted. */
  readonly autoStart?: boolean | undefined;
  /** Whether the application stops when it has been idle for `idleTimeoutMinutes`. */
  readonly autoStop?: boolean | undefined;
  /** Idle time in minutes after which the application stops. */
  readonly idleTimeoutMinutes?: number | undefined;
  /** IDs of the subnets that the workers use. */
  readonly subnetIds: readonly string[];
  /** IDs of the security groups of the workers. */
  readonly securityGroupIds: readonly string[];
  /** Tags of the application. */
  readonly tags: Tags;
}

/** Parses one `Application` structure. */
export const emrServerlessApplication = (): Schema<EmrServerlessApplication> =>
  resource<EmrServerlessApplication>(Application$, {
    ...applicationMembers(),
    applicationId: z.string(),
    maximumCapacity: maybe(capacity()),
    autoStart: from('autoStartConfiguration.enabled', z.optional(z.boolean())),
    autoStop: from('autoStopConfiguration.enabled', z.optional(z.boolean())),
    idleTimeoutMinutes: from('autoStopConfiguration.idleTimeoutMinutes', z.optional(z.number())),
    subnetIds: from('networkConfiguration.subnetIds', list(z.string())),
    securityGroupIds: from('networkConfiguration.securityGroupIds', list(z.string())),
    tags: tags(),
  });

/** Parses one `ApplicationSummary` structure. */
export const listedEmrServerlessApplication = (): Schema<ListedEmrServerlessApplication> =>
  resource<ListedEmrServerlessApplication>(ApplicationSummary$, {
    ...applicationMembers(),
    applicationId: from('id', z.string()),
  });

const applicationMembers = () => ({
  name: optionalString(),
  arn: z.string(),
  state: openEnum(emrServerlessApplicationStates),
  stateDetails: optionalString(),
  type: z.string(),
  releaseLabel: z.string(),
  architecture: optionalString(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

const capacity = (): Schema<EmrServerlessCapacity> =>
  resource<EmrServerlessCapacity>(MaximumAllowedResources$, {
    vCpus: from('cpu', { type: z.number(), read: toNumber }),
    memoryGB: from('memory', { type: z.number(), read: toNumber }),
    diskGB: from('disk', { type: z.optional(z.number()), read: toNumber }),
  });

/** AWS appends the unit: `400 vCPU`, `3000 GB`. */
const toNumber = (value: unknown): unknown => (typeof value === 'string' ? Number.parseFloat(value) : value);
