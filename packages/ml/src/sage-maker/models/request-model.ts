import {
  type AwsInput,
  iamPropagation,
  operation,
  type Operation,
  resource,
  type Tags,
  toTagList,
  z,
} from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { CreateModelCommand, DescribeModelOutput$ } from '@aws-sdk/client-sagemaker';

import { type ContainerNetwork, toVpcConfig } from '../container-network.js';
import { passSageMakerRole } from '../sage-maker-fields.js';
import { type ModelSource, toContainer } from './model-source.js';

/** A model with its containers. */
export interface RequestModelInput extends ContainerNetwork, AwsInput {
  readonly modelName: string;
  readonly executionRoleArn: string;
  /** One, or the containers of a pipeline. */
  readonly sources: readonly ModelSource[];
  readonly tags?: Tags | undefined;
}

/** A model that was created. */
export interface CreatedModel {
  /** Name of the model. */
  readonly modelName: string;
  /** ARN of the model. */
  readonly modelArn: string;
}

/** Sends the request of `createModel`. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html */
export const requestModel: Operation<RequestModelInput, CreatedModel> = operation(() => ({
  service: sageMaker,
  command: CreateModelCommand,
  repeatable: 'refused',
  propagates: iamPropagation,
  permissions: [
    { action: 'sagemaker:CreateModel', resources: ['model'] },
    passSageMakerRole,
    { action: 'sagemaker:AddTags', resources: ['model'], with: 'tags' },
  ],
  // `createModel` has already checked the input.
  input: z.custom<RequestModelInput>(),
  output: resource<CreatedModel>(DescribeModelOutput$, { modelName: z.string(), modelArn: z.string() }),
  request: ({ sources, tags, ...model }) => {
    const [first, ...others] = sources.map(toContainer);
    return {
      ModelName: model.modelName,
      ...(first && others.length > 0 ? { Containers: [first, ...others] } : { PrimaryContainer: first }),
      VpcConfig: toVpcConfig(model),
      Tags: tags && toTagList(tags),
    };
  },
  select: ({ ModelArn }, { modelName }) => ({ ModelName: modelName, ModelArn }),
}));
