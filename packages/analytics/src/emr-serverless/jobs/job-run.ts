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
import { JobRun$, JobRunSummary$ } from '@aws-sdk/client-emr-serverless';

/** States of a job run; `SUCCESS`, `FAILED` and `CANCELLED` are final. */
export const jobRunStates = [
  'SUBMITTED',
  'PENDING',
  'QUEUED',
  'SCHEDULED',
  'RUNNING',
  'SUCCESS',
  'FAILED',
  'CANCELLING',
  'CANCELLED',
] as const;
export type JobRunState = Open<(typeof jobRunStates)[number]>;

/** A job run as a listing gives it. */
export interface ListedJobRun extends AwsResource {
  readonly applicationId: string;
  /** e.g. `00f1r3j5k2m8s00b`. */
  readonly jobRunId: string;
  readonly name?: string | undefined;
  readonly arn: string;
  readonly state: JobRunState;
  /** AWS's words for why it is in that state: of one that failed, the reason. */
  readonly stateDetails?: string | undefined;
  /** `BATCH` or `STREAMING`. */
  readonly mode?: string | undefined;
  /** The role that it runs with. */
  readonly executionRole: string;
  /** Whose call began it. */
  readonly createdBy?: string | undefined;
  readonly releaseLabel?: string | undefined;
  /** Which attempt it is, from 1, where it is tried again. */
  readonly attempt?: number | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A job run of EMR Serverless. https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_JobRun.html */
export interface JobRun extends ListedJobRun {
  /** The program of a Spark job. */
  readonly entryPoint?: string | undefined;
  readonly entryPointArguments: readonly string[];
  readonly executionTimeoutMinutes?: number | undefined;
  readonly startedAt?: Date | undefined;
  readonly endedAt?: Date | undefined;
  /** How long it ran; absent until it is over. */
  readonly totalExecutionDurationSeconds?: number | undefined;
  /** What is billed of it: hours of vCPUs, of gigabytes of memory, and of gigabytes of disk above 20 a worker. */
  readonly billedVCpuHours?: number | undefined;
  readonly billedMemoryGBHours?: number | undefined;
  readonly billedStorageGBHours?: number | undefined;
  readonly tags: Tags;
}

/** Parses one `JobRun` structure. */
export const jobRun = (): Schema<JobRun> =>
  resource<JobRun>(JobRun$, {
    ...jobRunMembers(),
    jobRunId: z.string(),
    entryPoint: from('jobDriver.sparkSubmit.entryPoint', optionalString()),
    entryPointArguments: from('jobDriver.sparkSubmit.entryPointArguments', list(z.string())),
    executionTimeoutMinutes: z.optional(z.number()),
    startedAt: z.optional(z.date()),
    endedAt: z.optional(z.date()),
    totalExecutionDurationSeconds: z.optional(z.number()),
    billedVCpuHours: from('billedResourceUtilization.vCPUHour', z.optional(z.number())),
    billedMemoryGBHours: from('billedResourceUtilization.memoryGBHour', z.optional(z.number())),
    billedStorageGBHours: from('billedResourceUtilization.storageGBHour', z.optional(z.number())),
    tags: tags(),
  });

/** Parses one `JobRunSummary` structure. */
export const listedJobRun = (): Schema<ListedJobRun> =>
  resource<ListedJobRun>(JobRunSummary$, { ...jobRunMembers(), jobRunId: from('id', z.string()) });

/** Whether a job run goes on no more. */
export const isJobRunOver = ({ state }: { readonly state: JobRunState }): boolean =>
  ['SUCCESS', 'FAILED', 'CANCELLED'].includes(state);

const jobRunMembers = () => ({
  applicationId: z.string(),
  name: optionalString(),
  arn: z.string(),
  state: openEnum(jobRunStates),
  stateDetails: optionalString(),
  mode: optionalString(),
  executionRole: z.string(),
  createdBy: optionalString(),
  releaseLabel: optionalString(),
  attempt: z.optional(z.number()),
  createdAt: z.date(),
  updatedAt: z.date(),
});
