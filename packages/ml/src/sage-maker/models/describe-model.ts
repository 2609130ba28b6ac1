import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { DescribeModelCommand } from '@aws-sdk/client-sagemaker';

import { sageMakerName } from '../sage-maker-fields.js';
import { model, type Model } from './model.js';

export interface DescribeModelInput extends AwsInput {
  /** Name of the model. */
  readonly modelName: string;
}

/**
 * Describes a model, including its images, the location of its data and its role.
 *
 * @example
 * const { primaryContainer } = await describeModel('churn-7');
 * @throws {NotFoundError} there is no such model in this region.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModel.html
 */
export const describeModel: Operation<string | DescribeModelInput, Model, { on: 'modelName' }> = operation(() => ({
  name: 'describeModel',
  service: sageMaker,
  command: DescribeModelCommand,
  permissions: [{ action: 'sagemaker:DescribeModel', resources: ['model'] }],
  key: 'modelName',
  input: input<DescribeModelInput>({ modelName: sageMakerName() }),
  output: model(),
}));
