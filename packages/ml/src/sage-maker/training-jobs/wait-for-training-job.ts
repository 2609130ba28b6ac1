import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';

import { sageMakerName } from '../sage-maker-fields.js';
import { describeTrainingJob } from './describe-training-job.js';
import type { TrainingJob } from './training-job.js';

/** The goals of a wait: the job has completed, or has ended in any way. */
export const trainingJobGoals = ['completed', 'ended'] as const;
export type TrainingJobGoal = (typeof trainingJobGoals)[number];

export interface WaitForTrainingJobInput {
  /** Name of the training job. */
  readonly trainingJobName: string;
  /** Goal of the wait. */
  readonly state: TrainingJobGoal;
}

/**
 * Waits until a training job has completed, or has ended in any way. `onProgress` reports its secondary status and SageMaker's message,
 * e.g. `Starting` and `Insufficient capacity error from EC2 while launching instances, retrying!`.
 *
 * @example
 * const { finalMetrics } = await waitForTrainingJob(
 *   { trainingJobName: 'churn-7', state: 'completed' },
 *   { onProgress: ({ state, reason }) => console.log(state, reason) },
 * );
 * @throws {WaitError} the job failed, was stopped, or exceeded its maximum runtime; the error contains SageMaker's reason.
 * @throws {DeadlineError} the job did not reach the goal within 24 hours, or within `timeoutMs`.
 * @throws {NotFoundError} there is no such job in this region.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html
 */
export const waitForTrainingJob: Waiter<WaitForTrainingJobInput, TrainingJob, { on: 'trainingJobName' }> = waiter(
  () => ({
    name: 'waitForTrainingJob',
    key: 'trainingJobName',
    input: input<WaitForTrainingJobInput>({ trainingJobName: sageMakerName(), state: z.enum(trainingJobGoals) }),
    uses: [describeTrainingJob],
    // AWS's default for the maximum runtime of a job.
    timeoutMs: 86_400_000,
    pollMs: 5_000,
    look: async ({ trainingJobName, state: goal }, options): Promise<Observation<TrainingJob>> => {
      const value = await describeTrainingJob(trainingJobName, options);
      const { trainingJobStatus, secondaryStatus } = value;
      // A job that is stopping can still have the previous secondary status.
      const state = trainingJobStatus === 'Stopping' ? 'Stopping' : secondaryStatus;
      return { verdict: verdictOf(value, goal), state, reason: reasonOf(value), value };
    },
  }),
);

const ended = new Set(['Completed', 'Failed', 'Stopped', 'Deleting']);

/** A job with the status `Stopping` is pending, because SageMaker returns the reason only when the job has stopped. */
const verdictOf = ({ trainingJobStatus }: TrainingJob, goal: TrainingJobGoal): Observation<unknown>['verdict'] => {
  if (!ended.has(trainingJobStatus)) return 'pending';
  return goal === 'ended' || trainingJobStatus === 'Completed' ? 'reached' : 'failed';
};

const reasonOf = ({ failureReason, secondaryStatusTransitions }: TrainingJob): string | undefined =>
  failureReason ?? secondaryStatusTransitions.at(-1)?.statusMessage;
