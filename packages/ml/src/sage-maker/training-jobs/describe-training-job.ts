import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { DescribeTrainingJobCommand } from '@aws-sdk/client-sagemaker';

import { sageMakerName } from '../sage-maker-fields.js';
import { trainingJob, type TrainingJob } from './training-job.js';

export interface DescribeTrainingJobInput extends AwsInput {
  /** Name of the training job. */
  readonly trainingJobName: string;
}

/**
 * Describes a training job, including its status, its metrics, the location of its model and the reason for a failure.
 *
 * @example
 * const { trainingJobStatus, finalMetrics, s3ModelArtifacts } = await describeTrainingJob('churn-7');
 * @throws {NotFoundError} there is no such job in this region.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html
 */
export const describeTrainingJob: Operation<string | DescribeTrainingJobInput, TrainingJob, { on: 'trainingJobName' }> =
  operation(() => ({
    name: 'describeTrainingJob',
    service: sageMaker,
    command: DescribeTrainingJobCommand,
    permissions: [{ action: 'sagemaker:DescribeTrainingJob', resources: ['training-job'] }],
    key: 'trainingJobName',
    input: input<DescribeTrainingJobInput>({ trainingJobName: sageMakerName() }),
    output: trainingJob(),
  }));
