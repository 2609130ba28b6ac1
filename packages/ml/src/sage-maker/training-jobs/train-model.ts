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
 * Trains a model: begins a training job, on instances that AWS bills while it runs. With `wait: true` it resolves when the job has completed,
 * with its metrics and where its model is; progress tells what it is doing. A retry never trains twice: the name is taken then.
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
 * @throws {AlreadyExistsError} the account has had a job of that name in this region.
 * @throws {QuotaExceededError} the account may not have so many instances of that type for training; most quotas begin with 0.
 * @throws {WaitError} the job has failed, was stopped, or ran out of time; the reason is SageMaker's.
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
