import {
  arn,
  type AwsInput,
  iamPropagation,
  input,
  operation,
  tagRecord,
  type Tags,
  text,
  type WaitableOperation,
  z,
  type Open,
} from '@arch/core/builder';
import { s3Uri } from '@arch/services/emr';
import { applicationId, emrServerless } from '@arch/services/emr-serverless';
import { StartJobRunCommand, type StartJobRunCommandInput } from '@aws-sdk/client-emr-serverless';

import { type SparkProgram, sparkProgramFields } from '../../emr/spark-submit.js';
import type { JobRun } from './job-run.js';
import { jobRunReference, type JobRunReference } from './job-run-reference.js';
import { waitForJobRun } from './wait-for-job-run.js';

export interface RunSparkJobInput extends SparkProgram, AwsInput {
  /** e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** The role that the job runs with: what it may read and write. */
  readonly executionRoleArn: string;
  /** 1–256 characters; need not be the only one. */
  readonly name?: string | undefined;
  /** Cancels it after that time, 0–1,000,000; a batch job of EMR 7.11 and later takes 1–10,080. Default 720. */
  readonly executionTimeoutMinutes?: number | undefined;
  /** How often a batch job is tried. Default 1. */
  readonly maxAttempts?: number | undefined;
  /** `STREAMING`: it goes on for ever, and is begun again when it breaks off. Default `BATCH`. */
  readonly mode?: Open<'BATCH' | 'STREAMING'> | undefined;
  /** Where its logs go, e.g. `s3://bucket/logs/`. Default: AWS keeps them for 30 days. */
  readonly logUri?: string | undefined;
  readonly tags?: Tags | undefined;
}

/**
 * Runs a Spark program on an EMR Serverless application, which starts for it where it has to. With `wait: true` it resolves when the job has
 * succeeded; one that fails ends the wait with AWS's reason. A retry never runs it twice. AWS bills the workers by the second, at least a minute.
 *
 * @example
 * const job = { entryPoint: 's3://jobs/sales.py', arguments: ['2026-11'], conf: { 'spark.executor.memory': '4g' } };
 * const { billedVCpuHours } = await runSparkJob({ applicationId, executionRoleArn, ...job }, { wait: true });
 * @throws {NotFoundError} there is no such application in this region.
 * @throws {WaitError} with `wait`: the job failed or was cancelled, with AWS's reason.
 * @throws {DeadlineError} with `wait`: it was not over within an hour, or `timeoutMs`; it runs on.
 * @see https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_StartJobRun.html
 */
export const runSparkJob: WaitableOperation<
  RunSparkJobInput,
  JobRunReference,
  JobRun,
  { on: 'applicationId' | 'jobRunId' | 'roleArn'; with: 'tags' }
> = operation(() => ({
  name: 'runSparkJob',
  service: emrServerless,
  command: StartJobRunCommand,
  permissions: [
    { action: 'emr-serverless:StartJobRun', resources: ['application'] },
    {
      action: 'iam:PassRole',
      resources: ['arn:aws:iam::*:role/{roleArn}'],
      condition: { StringLike: { 'iam:PassedToService': 'emr-serverless.amazonaws.com' } },
    },
    { action: 'emr-serverless:TagResource', resources: ['jobRun'], with: 'tags' },
  ],
  input: jobInput(),
  output: jobRunReference(),
  request: toJobRun,
  propagates: iamPropagation,
  creates: ({ jobRunId }) => [jobRunId],
  uses: [waitForJobRun],
  wait: ({ applicationId, jobRunId }, options) => waitForJobRun({ applicationId, jobRunId, state: 'success' }, options),
}));

const jobInput = (): z.ZodMiniType<RunSparkJobInput> =>
  input<RunSparkJobInput>({
    applicationId: applicationId(),
    executionRoleArn: arn('iam').check(z.minLength(20), z.maxLength(2_048)),
    ...sparkProgramFields(256),
    name: z.optional(text(1, 256).check(z.regex(/\S/, 'a name that is not blank'))),
    executionTimeoutMinutes: z.optional(z.int().check(z.gte(0), z.lte(1_000_000))),
    maxAttempts: z.optional(z.int().check(z.gte(1))),
    mode: z.optional(z.enum(['BATCH', 'STREAMING'])),
    logUri: z.optional(s3Uri()),
    tags: z.optional(tagRecord({ maxTags: 200 })),
  }).check(
    z.refine(({ mode, maxAttempts }) => mode !== 'STREAMING' || maxAttempts === undefined, {
      error: 'maxAttempts only for a batch job',
    }),
    z.refine(({ conf = {} }) => Object.keys(conf).length <= 100, { error: 'a conf of at most 100 properties' }),
    z.refine(({ options = [] }) => options.every((each) => /^\S+$/.test(each)), {
      error: 'options without white space, because AWS receives them as one text; put other options into conf',
    }),
    z.refine((job) => (toParameters(job)?.length ?? 0) <= 102_400, { error: 'options of at most 102,400 characters' }),
  );

/** Properties go where nothing has to be quoted, all else is written as a command line has it. */
const toParameters = ({ class: mainClass, options = [] }: SparkProgram): string | undefined =>
  [...(mainClass === undefined ? [] : ['--class', mainClass]), ...options].join(' ') || undefined;

const toJobRun = (job: RunSparkJobInput): StartJobRunCommandInput => ({
  applicationId: job.applicationId,
  executionRoleArn: job.executionRoleArn,
  jobDriver: {
    sparkSubmit: {
      entryPoint: job.entryPoint,
      entryPointArguments: job.arguments && [...job.arguments],
      sparkSubmitParameters: toParameters(job),
    },
  },
  configurationOverrides: toOverrides(job),
  retryPolicy: job.maxAttempts === undefined ? undefined : { maxAttempts: job.maxAttempts },
});

const toOverrides = ({ conf, logUri }: RunSparkJobInput): StartJobRunCommandInput['configurationOverrides'] => {
  if (conf === undefined && logUri === undefined) return undefined;
  return {
    applicationConfiguration: conf && [{ classification: 'spark-defaults', properties: { ...conf } }],
    monitoringConfiguration: logUri === undefined ? undefined : { s3MonitoringConfiguration: { logUri } },
  };
};
