import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { applicationId, emrServerless, jobRunId } from '@arch/services/emr-serverless';
import { GetJobRunCommand } from '@aws-sdk/client-emr-serverless';

import { jobRun, type JobRun } from './job-run.js';

export interface DescribeJobRunInput extends AwsInput {
  /** e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** e.g. `00f1r3j5k2m8s00b`. */
  readonly jobRunId: string;
  /** Which attempt, from 1. Default: the last. */
  readonly attempt?: number | undefined;
}

/**
 * Describes one job run of EMR Serverless, with AWS's reason where it failed, and what is billed of it.
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
