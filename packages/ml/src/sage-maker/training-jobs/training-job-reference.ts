import { resource, type Schema, z } from '@arch/core/builder';
import { DescribeTrainingJobResponse$ } from '@aws-sdk/client-sagemaker';

/** A training job that was created. */
export interface TrainingJobReference {
  /** Name of the training job. */
  readonly trainingJobName: string;
  /** ARN of the training job. */
  readonly trainingJobArn: string;
}

/** Parses one `CreateTrainingJob` response, with the name of the input. */
export const trainingJobReference = (): Schema<TrainingJobReference> =>
  resource<TrainingJobReference>(DescribeTrainingJobResponse$, {
    trainingJobName: z.string(),
    trainingJobArn: z.string(),
  });
