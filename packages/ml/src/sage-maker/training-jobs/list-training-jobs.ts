import {
  type AwsResource,
  listOperation,
  type ListOperation,
  openEnum,
  resource,
  z,
  type Open,
} from '@arch/core/builder';
import { ListTrainingJobsCommand, TrainingJobSummary$ } from '@aws-sdk/client-sagemaker';

import { sageMakerList, type SageMakerListInput } from '../sage-maker-list.js';
import { type TrainingJobStatus, trainingJobStatuses } from './training-job.js';

export interface ListTrainingJobsInput extends SageMakerListInput<'Name' | 'CreationTime' | 'Status'> {
  readonly statusEquals?: Open<(typeof trainingJobStatuses)[number]> | undefined;
}

/** What SageMaker lists of a training job. */
export interface TrainingJobSummary extends AwsResource {
  readonly trainingJobName: string;
  readonly trainingJobArn: string;
  readonly trainingJobStatus: TrainingJobStatus;
  readonly creationTime: Date;
  readonly trainingEndTime?: Date | undefined;
  readonly lastModifiedTime?: Date | undefined;
}

/**
 * Lists the training jobs of the region, the newest first, 100 in a request. Metrics and reasons are not among what SageMaker lists:
 * `describeTrainingJob` has them.
 *
 * @example
 * for await (const { trainingJobName } of listTrainingJobs({ statusEquals: 'Failed' })) console.log(trainingJobName);
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListTrainingJobs.html
 */
export const listTrainingJobs: ListOperation<ListTrainingJobsInput, TrainingJobSummary> = listOperation(() =>
  sageMakerList({
    name: 'listTrainingJobs',
    command: ListTrainingJobsCommand,
    sortBy: ['Name', 'CreationTime', 'Status'],
    input: { statusEquals: z.optional(z.enum(trainingJobStatuses)) },
    item: resource<TrainingJobSummary>(TrainingJobSummary$, {
      trainingJobName: z.string(),
      trainingJobArn: z.string(),
      trainingJobStatus: openEnum(trainingJobStatuses),
      creationTime: z.date(),
      trainingEndTime: z.optional(z.date()),
      lastModifiedTime: z.optional(z.date()),
    }),
    // AWS's default is the oldest first, other than for its other lists.
    request: ({ sortOrder = 'Descending' }) => ({ SortOrder: sortOrder }),
    items: ({ TrainingJobSummaries }) => TrainingJobSummaries,
  }),
);
