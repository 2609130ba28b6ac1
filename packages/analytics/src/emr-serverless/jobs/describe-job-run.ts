import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { applicationId, emrServerless, jobRunId } from '@arch/services/emr-serverless';
import { GetJobRunCommand } from '@aws-sdk/client-emr-serverless';

import { jobRun, type JobRun } from './job-run.js';

export interface DescribeJobRunInput extends AwsInput {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** ID of the job run, e.g. `00f1r3j5k2m8s00b`. */
  readonly jobRunId: string;
  /** Number of the attempt, from 1. Default: the latest attempt. */
  readonly attempt?: number | undefined;
}

/**
 * Describes a job run of EMR Serverless, including the reason for its state and the resources that AWS bills.
 *
 * @example
 * const { state, stateDetails } = await describeJobRun({ applicationId, jobRunId });
 * @throws {NotFoundError} there is no such application in this region, or no such job run in it.
 * @see https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_GetJobRun.html
 */
export const describeJobRun: Operation<DescribeJobRunInput, JobRun, { on: 'applicationId' | 'jobRunId' }> = operation(
  () => ({
    name: 'describeJobRun',
    service: emrServerless,
    command: GetJobRunCommand,
    permissions: [{ action: 'emr-serverless:GetJobRun', resources: ['jobRun'] }],
    key: 'jobRunId',
    parentKey: 'applicationId',
    input: input<DescribeJobRunInput>({
      applicationId: applicationId(),
      jobRunId: jobRunId(),
      attempt: z.optional(z.int().check(z.gte(1))),
    }),
    output: jobRun(),
    absent: 'not-found',
    select: ({ jobRun }) => jobRun,
  }),
);
