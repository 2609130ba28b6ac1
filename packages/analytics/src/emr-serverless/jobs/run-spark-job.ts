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
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** ARN of the IAM role whose permissions the job has, e.g. to read and write its data. */
  readonly executionRoleArn: string;
  /** Name: 1–256 characters. Several job runs may have the same name. */
  readonly name?: string | undefined;
  /**
   * Time in minutes after which AWS cancels the job run, 0–1,000,000; 0 means no limit. For a batch job of EMR 7.11 and later: 1–10,080.
   * Default that AWS applies: 720.
   */
  readonly executionTimeoutMinutes?: number | undefined;
  /** Maximum number of attempts, only for a batch job. Default that AWS applies: 1. */
  readonly maxAttempts?: number | undefined;
  /** Mode. AWS restarts a failed `STREAMING` job, which has no planned end. Default that AWS applies: `BATCH`. */
  readonly mode?: Open<'BATCH' | 'STREAMING'> | undefined;
  /** S3 URI of the folder for the logs, e.g. `s3://bucket/logs/`. Default: only AWS stores the logs, for 30 days. */
  readonly logUri?: string | undefined;
  /** Tags of the job run, at most 200. */
  readonly tags?: Tags | undefined;
}

/**
 * Runs a Spark program on an EMR Serverless application; AWS starts the application if necessary. With `wait: true` the call resolves when
 * the job has succeeded; a failure ends the wait with AWS's reason. A retry never runs the job twice. AWS bills the workers by the second,
 * at least one minute each.
 *
 * @example
 * const job = { entryPoint: 's3://jobs/sales.py', arguments: ['2026-11'], conf: { 'spark.executor.memory': '4g' } };
 * const { billedVCpuHours } = await runSparkJob({ applicationId, executionRoleArn, ...job }, { wait: true });
 * @throws {NotFoundError} there is no such application in this region.
 * @throws {WaitError} with `wait`: the job failed or was cancelled, with AWS's reason.
 * @throws {DeadlineError} with `wait`: the job did not end within an hour, or within `timeoutMs`. It continues to run.
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

/** The class and the options in the form of a command line. The properties of `conf` are sent as `spark-defaults`, where they need no quotes. */
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
