import { alreadyExists, iamPropagation, input, operation, type WaitableOperation } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { CreateTrainingJobCommand } from '@aws-sdk/client-sagemaker';

import { grantKey, passSageMakerRole } from '../sage-maker-fields.js';
import { describeTrainingJob } from './describe-training-job.js';
import { trainingChecks, trainingFields, type TrainModelInput } from './train-model-input.js';
import { trainingJobReference, type TrainingJobReference } from './training-job-reference.js';
import type { TrainingJob } from './training-job.js';
import { toTrainingJob } from './to-training-job.js';
import { waitForTrainingJob } from './wait-for-training-job.js';

/**
 * Trains a model: creates a training job on instances that AWS bills while it runs. With `wait: true` the call resolves when the job has
 * completed, with its metrics and the location of its model; `onProgress` reports its status. Not idempotent: a second call throws
 * `AlreadyExistsError`.
 *
 * @example
 * const { finalMetrics, s3ModelArtifacts } = await trainModel(
 *   {
 *     trainingJobName: 'churn-7',
 *     trainingImage: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn:1',
 *     roleArn,
 *     channels: { train: 's3://data/churn/train' },
 *     s3OutputPath: 's3://models',
 *     instanceType: 'ml.m5.large',
 *     hyperParameters: { epochs: 10 },
 *   },
 *   { wait: { onProgress: ({ state, reason }) => console.log(state, reason) } },
 * );
 * @throws {AlreadyExistsError} the account has or had a training job with this name in this region.
 * @throws {QuotaExceededError} the account has reached its quota of training instances of this type; most of these quotas are initially 0.
 * @throws {WaitError} with `wait`: the job failed, was stopped, or exceeded its maximum runtime; the error contains SageMaker's reason.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html
 */
export const trainModel: WaitableOperation<
  TrainModelInput,
  TrainingJobReference,
  TrainingJob,
  { on: 'kmsKeyId' | 'roleArn' | 'trainingJobName'; with: 'tags' | 'volumeKmsKeyId' }
> = operation(() => ({
  name: 'trainModel',
  service: sageMaker,
  command: CreateTrainingJobCommand,
  propagates: iamPropagation,
  repeatable: 'refused',
  permissions: [
    { action: 'sagemaker:CreateTrainingJob', resources: ['training-job'] },
    passSageMakerRole,
    { action: 'sagemaker:AddTags', resources: ['training-job'], with: 'tags' },
    grantKey('volumeKmsKeyId'),
  ],
  input: input<TrainModelInput>(trainingFields()).check(...trainingChecks()),
  output: trainingJobReference(),
  request: toTrainingJob,
  select: ({ TrainingJobArn }, { trainingJobName }) => ({ TrainingJobName: trainingJobName, TrainingJobArn }),
  errors: {
    ResourceInUse: alreadyExists({
      resource: 'training job',
      member: 'trainingJobName',
      remedy: 'Choose a name that was never used.',
    }),
  },
  uses: [describeTrainingJob],
  wait: ({ trainingJobName }, options) => waitForTrainingJob({ trainingJobName, state: 'completed' }, options),
}));
