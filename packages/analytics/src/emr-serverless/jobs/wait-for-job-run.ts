import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { applicationId, jobRunId } from '@arch/services/emr-serverless';

import { describeJobRun } from './describe-job-run.js';
import { hasJobRunEnded, type JobRun } from './job-run.js';

/** The goals of a wait: the job run has succeeded (AWS's state `SUCCESS`), or has ended in any way. */
export const jobRunGoals = ['success', 'ended'] as const;
export type JobRunGoal = (typeof jobRunGoals)[number];

export interface WaitForJobRunInput {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** ID of the job run, e.g. `00f1r3j5k2m8s00b`. */
  readonly jobRunId: string;
  /** Goal of the wait. */
  readonly state: JobRunGoal;
}

/**
 * Waits until a job run has succeeded, or has ended in any way. A failed job run ends the wait for `success` with AWS's reason.
 *
 * @example
 * await waitForJobRun({ applicationId, jobRunId, state: 'success' }, { onProgress: ({ state }) => console.log(state) });
 * @throws {WaitError} the job run failed or was cancelled; the error contains AWS's reason.
 * @throws {DeadlineError} the job run did not end within an hour, or within `timeoutMs`. It continues to run.
 * @throws {NotFoundError} there is no such application in this region, or no such job run in it.
 * @see https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/job-states.html
 */
export const waitForJobRun: Waiter<WaitForJobRunInput, JobRun, { on: 'applicationId' | 'jobRunId' }> = waiter(() => ({
  name: 'waitForJobRun',
  key: 'jobRunId',
  input: input<WaitForJobRunInput>({
    applicationId: applicationId(),
    jobRunId: jobRunId(),
    state: z.enum(jobRunGoals),
  }),
  uses: [describeJobRun],
  timeoutMs: 3_600_000,
  pollMs: 5_000,
  look: async ({ applicationId, jobRunId, state: goal }, options): Promise<Observation<JobRun>> => {
    const value = await describeJobRun({ applicationId, jobRunId }, options);
    const { state, stateDetails: reason } = value;
    if (!hasJobRunEnded(value)) return { verdict: 'pending', state, reason, value };
    return { verdict: goal === 'ended' || state === 'SUCCESS' ? 'reached' : 'failed', state, reason, value };
  },
}));
