import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';
import { DescribeEndpointConfigCommand } from '@aws-sdk/client-sagemaker';

import { sageMakerName } from '../sage-maker-fields.js';
import { endpointConfig, type EndpointConfig } from './endpoint-config.js';

export interface DescribeEndpointConfigInput extends AwsInput {
  /** Name of the endpoint configuration. */
  readonly endpointConfigName: string;
}

/**
 * Describes an endpoint configuration: its models and their instances. A configuration cannot be changed; an update assigns another
 * configuration to the endpoint.
 *
 * @example
 * const { productionVariants } = await describeEndpointConfig('churn-1f0c2a9b7d3e');
 * @throws {NotFoundError} there is no such configuration in this region.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpointConfig.html
 */
export const describeEndpointConfig: Operation<
  string | DescribeEndpointConfigInput,
  EndpointConfig,
  { on: 'endpointConfigName' }
> = operation(() => ({
  name: 'describeEndpointConfig',
  service: sageMaker,
  command: DescribeEndpointConfigCommand,
  permissions: [{ action: 'sagemaker:DescribeEndpointConfig', resources: ['endpoint-config'] }],
  key: 'endpointConfigName',
  input: input<DescribeEndpointConfigInput>({ endpointConfigName: sageMakerName() }),
  output: endpointConfig(),
}));
