import { resource, type Schema, z } from '@arch/core/builder';
import { DescribeTrainingJobResponse$ } from '@aws-sdk/client-sagemaker';

/** A training job that has been begun. */
export interface TrainingJobReference {
  readonly trainingJobName: string;
  readonly trainingJobArn: string;
}

/** Parses what SageMaker answers to `CreateTrainingJob`, with the name that it was asked for. */
export const trainingJobReference = (): Schema<TrainingJobReference> =>
  resource<TrainingJobReference>(DescribeTrainingJobResponse$, {
    trainingJobName: z.string(),
    trainingJobArn: z.string(),
  });
