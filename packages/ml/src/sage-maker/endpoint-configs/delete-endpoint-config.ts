import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { DeleteEndpointConfigCommand } from '@aws-sdk/client-sagemaker';

import { sageMakerName } from '../sage-maker-fields.js';

export interface DeleteEndpointConfigInput extends AwsInput {
  /** Name of the endpoint configuration. */
  readonly endpointConfigName: string;
}

/**
 * Deletes an endpoint configuration. SageMaker does not check whether an endpoint uses it. Such an endpoint continues to run, but AWS no
 * longer returns its instance type.
 *
 * @example
 * await deleteEndpointConfig('churn-1f0c2a9b7d3e');
 * @throws {NotFoundError} there is no such configuration in this region.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeleteEndpointConfig.html
 */
export const deleteEndpointConfig: Operation<string | DeleteEndpointConfigInput, void, { on: 'endpointConfigName' }> =
  operation(() => ({
    name: 'deleteEndpointConfig',
    service: sageMaker,
    command: DeleteEndpointConfigCommand,
    permissions: [{ action: 'sagemaker:DeleteEndpointConfig', resources: ['endpoint-config'] }],
    key: 'endpointConfigName',
    input: input<DeleteEndpointConfigInput>({ endpointConfigName: sageMakerName() }),
    output: noOutput(),
    deletes: true,
  }));
