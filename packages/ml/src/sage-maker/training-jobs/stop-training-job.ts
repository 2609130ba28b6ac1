import { type AwsInput, input, operation, resource, type Schema, type WaitableOperation, z } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { DescribeTrainingJobResponse$, StopTrainingJobCommand } from '@aws-sdk/client-sagemaker';

import { sageMakerName } from '../sage-maker-fields.js';
import { describeTrainingJob } from './describe-training-job.js';
import type { TrainingJob } from './training-job.js';
import { waitForTrainingJob } from './wait-for-training-job.js';

export interface StopTrainingJobInput extends AwsInput {
  /** Name of the training job. */
  readonly trainingJobName: string;
}

/** A training job that is being stopped. */
export interface StoppedTrainingJob {
  /** Name of the training job. */
  readonly trainingJobName: string;
}

/**
 * Stops a training job. Its container has 120 seconds after `SIGTERM` to save its results. With `wait: true` the call resolves with the job
 * when it has ended, even if it completed or failed before it was stopped.
 *
 * @example
 * const { s3ModelArtifacts } = await stopTrainingJob('churn-7', { wait: true });
 * @throws {NotFoundError} there is no such job in this region.
 * @throws {ConflictError} the job has already ended, or is already being stopped.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StopTrainingJob.html
 */
export const stopTrainingJob: WaitableOperation<
  string | StopTrainingJobInput,
  StoppedTrainingJob,
  TrainingJob,
  { on: 'trainingJobName' }
> = operation(() => ({
  name: 'stopTrainingJob',
  service: sageMaker,
  command: StopTrainingJobCommand,
  permissions: [{ action: 'sagemaker:StopTrainingJob', resources: ['training-job'] }],
  key: 'trainingJobName',
  input: input<StopTrainingJobInput>({ trainingJobName: sageMakerName() }),
  output: stoppedTrainingJob(),
  // AWS's response is empty.
  select: (_response, { trainingJobName }) => ({ TrainingJobName: trainingJobName }),
  uses: [describeTrainingJob],
  wait: ({ trainingJobName }, options) => waitForTrainingJob({ trainingJobName, state: 'ended' }, options),
}));

const stoppedTrainingJob = (): Schema<StoppedTrainingJob> =>
  resource<StoppedTrainingJob>(DescribeTrainingJobResponse$, { trainingJobName: z.string() });
