import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { applicationId, emrServerless, jobRunId } from '@arch/services/emr-serverless';
import { CancelJobRunCommand } from '@aws-sdk/client-emr-serverless';

import type { JobRun } from './job-run.js';
import { jobRunReference, type JobRunReference } from './job-run-reference.js';
import { waitForJobRun } from './wait-for-job-run.js';

export interface CancelJobRunInput extends AwsInput {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** ID of the job run, e.g. `00f1r3j5k2m8s00b`. */
  readonly jobRunId: string;
  /**
   * Time in seconds that the job gets to shut down: 0 or 15–1,800. Requires EMR 7.9 or later. Default that AWS applies: 0 for a batch job,
   * 120 for a streaming job.
   */
  readonly shutdownGracePeriodSeconds?: number | undefined;
}

/**
 * Cancels a job run. With `wait: true` the call resolves with the job run when it has ended; its state is usually `CANCELLED`.
 *
 * @example
 * for await (const job of listJobRuns({ applicationId, state: 'RUNNING' })) await cancelJobRun(job);
 * @throws {NotFoundError} there is no such application in this region, or no such job run in it.
 * @see https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_CancelJobRun.html
 */
export const cancelJobRun: WaitableOperation<
  CancelJobRunInput,
  JobRunReference,
  JobRun,
  { on: 'applicationId' | 'jobRunId' }
> = operation(() => ({
  name: 'cancelJobRun',
  service: emrServerless,
  command: CancelJobRunCommand,
  permissions: [{ action: 'emr-serverless:CancelJobRun', resources: ['jobRun'] }],
  key: 'jobRunId',
  parentKey: 'applicationId',
  input: input<CancelJobRunInput>({
    applicationId: applicationId(),
    jobRunId: jobRunId(),
    shutdownGracePeriodSeconds: z.optional(
      z
        .int()
        .check(
          z.refine((seconds) => seconds === 0 || (seconds >= 15 && seconds <= 1_800), { error: '0 or 15 to 1,800' }),
        ),
    ),
  }),
  output: jobRunReference(),
  request: ({ applicationId, jobRunId, shutdownGracePeriodSeconds }) => ({
    applicationId,
    jobRunId,
    shutdownGracePeriodInSeconds: shutdownGracePeriodSeconds,
  }),
  uses: [waitForJobRun],
  wait: ({ applicationId, jobRunId }, options) => waitForJobRun({ applicationId, jobRunId, state: 'ended' }, options),
}));
