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
  /** Lists only jobs with this status. Default: all statuses. */
  readonly statusEquals?: Open<(typeof trainingJobStatuses)[number]> | undefined;
}

/** A training job in a listing. */
export interface TrainingJobSummary extends AwsResource {
  /** Name of the training job. */
  readonly trainingJobName: string;
  /** ARN of the training job. */
  readonly trainingJobArn: string;
  /** Status of the training job. */
  readonly trainingJobStatus: TrainingJobStatus;
  /** Time at which the training job was created. */
  readonly creationTime: Date;
  /** Time at which the training ended. Absent before. */
  readonly trainingEndTime?: Date | undefined;
  /** Time of the last change. */
  readonly lastModifiedTime?: Date | undefined;
}

/**
 * Lists the training jobs of the region, 100 per request, one page ahead of the consumer. The newest comes first by default. SageMaker does
 * not list metrics and failure reasons; `describeTrainingJob` returns them.
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
    // AWS's default is the oldest first, unlike its other lists.
    request: ({ sortOrder = 'Descending' }) => ({ SortOrder: sortOrder }),
    items: ({ TrainingJobSummaries }) => TrainingJobSummaries,
  }),
);
