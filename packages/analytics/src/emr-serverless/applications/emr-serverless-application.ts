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

/** States of an application. It takes jobs when it is started, and starts by itself for one unless it is told not to. */
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

/** What all workers of an application may use together. */
export interface EmrServerlessCapacity {
  readonly vCpus: number;
  readonly memoryGB: number;
  readonly diskGB?: number | undefined;
}

/** An application as a listing gives it. */
export interface ListedEmrServerlessApplication extends AwsResource {
  /** e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  readonly name?: string | undefined;
  readonly arn: string;
  readonly state: EmrServerlessApplicationState;
  /** AWS's words for why it is in that state, where there are any. */
  readonly stateDetails?: string | undefined;
  /** `Spark` or `Hive`. */
  readonly type: string;
  /** e.g. `emr-7.9.0`. */
  readonly releaseLabel: string;
  /** `X86_64` or `ARM64`. */
  readonly architecture?: string | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An EMR Serverless application. https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_Application.html */
export interface EmrServerlessApplication extends ListedEmrServerlessApplication {
  /** Absent: as much as the account may use. */
  readonly maximumCapacity?: EmrServerlessCapacity | undefined;
  /** Whether it starts when a job comes. */
  readonly autoStart?: boolean | undefined;
  /** Whether it stops when it has been idle. */
  readonly autoStop?: boolean | undefined;
  readonly idleTimeoutMinutes?: number | undefined;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
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

/** AWS writes the unit behind: `400 vCPU`, `3000 GB`. */
const toNumber = (value: unknown): unknown => (typeof value === 'string' ? Number.parseFloat(value) : value);
