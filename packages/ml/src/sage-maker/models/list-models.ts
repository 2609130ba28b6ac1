import { type AwsResource, listOperation, type ListOperation, resource, z } from '@arch/core/builder';
import { ListModelsCommand, ModelSummary$ } from '@aws-sdk/client-sagemaker';

import { sageMakerList, type SageMakerListInput } from '../sage-maker-list.js';

export interface ListModelsInput extends SageMakerListInput {}

/** A model in a listing. */
export interface ModelSummary extends AwsResource {
  /** Name of the model. */
  readonly modelName: string;
  /** ARN of the model. */
  readonly modelArn: string;
  /** Time at which the model was created. */
  readonly creationTime: Date;
}

/**
 * Lists the models of the region, 100 per request, one page ahead of the consumer. The newest comes first by default.
 *
 * @example
 * for await (const { modelName, creationTime } of listModels({ nameContains: 'churn' })) console.log(modelName, creationTime);
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListModels.html
 */
export const listModels: ListOperation<ListModelsInput, ModelSummary> = listOperation(() =>
  sageMakerList({
    name: 'listModels',
    command: ListModelsCommand,
    sortBy: ['Name', 'CreationTime'],
    item: resource<ModelSummary>(ModelSummary$, {
      modelName: z.string(),
      modelArn: z.string(),
      creationTime: z.date(),
    }),
    items: ({ Models }) => Models,
  }),
);
