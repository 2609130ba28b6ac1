import {
  type AwsInput,
  type AwsResource,
  input,
  listOperation,
  type ListOperation,
  openEnum,
  resource,
  z,
} from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { ListTrainingJobsCommand, TrainingJobSummary$ } from '@aws-sdk/client-sagemaker';

import { namePart } from '../sage-maker-fields.js';
import { type TrainingJobStatus, trainingJobStatuses } from './training-job.js';

export interface ListTrainingJobsInput extends AwsInput {
  /** What their names hold. */
  readonly nameContains?: string | undefined;
  readonly statusEquals?: (typeof trainingJobStatuses)[number] | undefined;
  readonly creationTimeAfter?: Date | undefined;
  readonly creationTimeBefore?: Date | undefined;
  /** Default `Descending`: the newest first. */
  readonly sortOrder?: 'Ascending' | 'Descending' | undefined;
  /** Default `CreationTime`. */
  readonly sortBy?: 'Name' | 'CreationTime' | 'Status' | undefined;
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
export const listTrainingJobs: ListOperation<ListTrainingJobsInput, TrainingJobSummary> = listOperation(() => ({
  name: 'listTrainingJobs',
  service: sageMaker,
  command: ListTrainingJobsCommand,
  permissions: ['sagemaker:ListTrainingJobs'],
  input: input<ListTrainingJobsInput>({
    nameContains: z.optional(namePart()),
    statusEquals: z.optional(z.enum(trainingJobStatuses)),
    creationTimeAfter: z.optional(z.date()),
    creationTimeBefore: z.optional(z.date()),
    sortOrder: z.optional(z.enum(['Ascending', 'Descending'])),
    sortBy: z.optional(z.enum(['Name', 'CreationTime', 'Status'])),
  }),
  item: resource<TrainingJobSummary>(TrainingJobSummary$, {
    trainingJobName: z.string(),
    trainingJobArn: z.string(),
    trainingJobStatus: openEnum(trainingJobStatuses),
    creationTime: z.date(),
    trainingEndTime: z.optional(z.date()),
    lastModifiedTime: z.optional(z.date()),
  }),
  request: ({ sortOrder = 'Descending' }) => ({ SortOrder: sortOrder }),
  items: ({ TrainingJobSummaries }) => TrainingJobSummaries,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 1, most: 100 } },
}));
