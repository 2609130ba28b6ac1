import {
  type AwsInput,
  type AwsResource,
  input,
  listOperation,
  type ListOperation,
  resource,
  z,
} from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { ListModelsCommand, ModelSummary$ } from '@aws-sdk/client-sagemaker';

import { namePart } from '../sage-maker-fields.js';

export interface ListModelsInput extends AwsInput {
  /** What their names hold. */
  readonly nameContains?: string | undefined;
  readonly creationTimeAfter?: Date | undefined;
  readonly creationTimeBefore?: Date | undefined;
  /** Default `Descending`: the newest first. */
  readonly sortOrder?: 'Ascending' | 'Descending' | undefined;
  /** Default `CreationTime`. */
  readonly sortBy?: 'Name' | 'CreationTime' | undefined;
}

/** What SageMaker lists of a model. */
export interface ModelSummary extends AwsResource {
  readonly modelName: string;
  readonly modelArn: string;
  readonly creationTime: Date;
}

/**
 * Lists the models of the region, the newest first, 100 in a request.
 *
 * @example
 * for await (const { modelName, creationTime } of listModels({ nameContains: 'churn' })) console.log(modelName, creationTime);
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListModels.html
 */
export const listModels: ListOperation<ListModelsInput, ModelSummary> = listOperation(() => ({
  name: 'listModels',
  service: sageMaker,
  command: ListModelsCommand,
  permissions: ['sagemaker:ListModels'],
  input: input<ListModelsInput>({
    nameContains: z.optional(namePart()),
    creationTimeAfter: z.optional(z.date()),
    creationTimeBefore: z.optional(z.date()),
    sortOrder: z.optional(z.enum(['Ascending', 'Descending'])),
    sortBy: z.optional(z.enum(['Name', 'CreationTime'])),
  }),
  item: resource<ModelSummary>(ModelSummary$, {
    modelName: z.string(),
    modelArn: z.string(),
    creationTime: z.date(),
  }),
  items: ({ Models }) => Models,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 1, most: 100 } },
}));
