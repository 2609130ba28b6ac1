import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { DescribeEndpointCommand } from '@aws-sdk/client-sagemaker';

import { sageMakerName } from '../sage-maker-fields.js';
import { endpoint, type Endpoint } from './endpoint.js';

export interface DescribeEndpointInput extends AwsInput {
  /** Name of the endpoint. */
  readonly endpointName: string;
}

/**
 * Describes an endpoint, including its status, its variants, a deployment in progress and the reason for a failure.
 *
 * @example
 * const { endpointStatus, failureReason } = await describeEndpoint('churn');
 * @throws {NotFoundError} there is no such endpoint in this region.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html
 */
export const describeEndpoint: Operation<string | DescribeEndpointInput, Endpoint, { on: 'endpointName' }> = operation(
  () => ({
    name: 'describeEndpoint',
    service: sageMaker,
    command: DescribeEndpointCommand,
    permissions: [{ action: 'sagemaker:DescribeEndpoint', resources: ['endpoint'] }],
    key: 'endpointName',
    input: input<DescribeEndpointInput>({ endpointName: sageMakerName() }),
    output: endpoint(),
  }),
);
