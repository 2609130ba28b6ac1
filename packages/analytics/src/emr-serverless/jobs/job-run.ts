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

/** The states of a job run. `SUCCESS`, `FAILED` and `CANCELLED` are final. */
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

/** A job run in a listing. */
export interface ListedJobRun extends AwsResource {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** ID of the job run, e.g. `00f1r3j5k2m8s00b`. */
  readonly jobRunId: string;
  /** Name of the job run. */
  readonly name?: string | undefined;
  /** ARN of the job run. */
  readonly arn: string;
  /** State of the job run. */
  readonly state: JobRunState;
  /** AWS's reason for the state, e.g. the error of a failed job run. */
  readonly stateDetails?: string | undefined;
  /** Mode of the job run: `BATCH` or `STREAMING`. */
  readonly mode?: string | undefined;
  /** ARN of the IAM role whose permissions the job has. */
  readonly executionRole: string;
  /** ARN of the IAM identity that started the job run. */
  readonly createdBy?: string | undefined;
  /** EMR release, e.g. `emr-7.9.0`. */
  readonly releaseLabel?: string | undefined;
  /** Number of this attempt, from 1. */
  readonly attempt?: number | undefined;
  /** Time at which the job run or this attempt was created. */
  readonly createdAt: Date;
  /** Time of the last update. */
  readonly updatedAt: Date;
}

/** A job run of EMR Serverless. https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_JobRun.html */
export interface JobRun extends ListedJobRun {
  /** URI of the program of a Spark job, e.g. `s3://jobs/sales.py`. Absent for a Hive job. */
  readonly entryPoint?: string | undefined;
  /** Arguments of the program of a Spark job. */
  readonly entryPointArguments: readonly string[];
  /** Time in minutes after which AWS cancels the job run. */
  readonly executionTimeoutMinutes?: number | undefined;
  /** Time at which the job run started. Absent before. */
  readonly startedAt?: Date | undefined;
  /** Time at which the job run ended. Absent before. */
  readonly endedAt?: Date | undefined;
  /** Duration of the job run in seconds. Absent until it has ended. */
  readonly totalExecutionDurationSeconds?: number | undefined;
  /** Billed vCPU-hours; AWS bills each worker for at least one minute. */
  readonly billedVCpuHours?: number | undefined;
  /** Billed memory in GB-hours. */
  readonly billedMemoryGBHours?: number | undefined;
  /** Billed storage in GB-hours; the first 20 GB of each worker are free of charge. */
  readonly billedStorageGBHours?: number | undefined;
  /** Tags of the job run. */
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

/** Whether a job run has ended. */
export const hasJobRunEnded = ({ state }: { readonly state: JobRunState }): boolean =>
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
