import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { DeleteModelCommand } from '@aws-sdk/client-sagemaker';

import { sageMakerName } from '../sage-maker-fields.js';

export interface DeleteModelInput extends AwsInput {
  /** Name of the model. */
  readonly modelName: string;
}

/**
 * Deletes a model from SageMaker. Its data in S3, its image and its role are not deleted. Endpoints that use the model continue to run, but
 * cannot start new instances.
 *
 * @example
 * await deleteModel('churn-7');
 * @throws {NotFoundError} there is no such model in this region.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeleteModel.html
 */
export const deleteModel: Operation<string | DeleteModelInput, void, { on: 'modelName' }> = operation(() => ({
  name: 'deleteModel',
  service: sageMaker,
  command: DeleteModelCommand,
  permissions: [{ action: 'sagemaker:DeleteModel', resources: ['model'] }],
  key: 'modelName',
  input: input<DeleteModelInput>({ modelName: sageMakerName() }),
  output: noOutput(),
  deletes: true,
}));
