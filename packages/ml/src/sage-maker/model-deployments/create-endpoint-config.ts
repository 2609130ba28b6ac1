import { AlreadyExistsError } from '@arch/core';
import { type CallOptions, isOutcomeUnknown } from '@arch/core/builder';

import { describeEndpointConfig } from '../endpoint-configs/index.js';
import { requestEndpointConfig, type RequestEndpointConfigInput } from './request-endpoint-config.js';

/** Creates the configuration of a deployment, and waits until SageMaker returns it. Calls `onRejected` if SageMaker did not create it. */
export const createEndpointConfig = async (
  config: RequestEndpointConfigInput,
  options: CallOptions,
  onRejected: () => void,
): Promise<void> => {
  await requestEndpointConfig(config, options).catch((error: unknown) => {
    // The name is unique. If it already exists, an attempt whose response was lost has created the configuration.
    if (error instanceof AlreadyExistsError) return;
    if (!options.signal?.aborted && !isOutcomeUnknown(error)) onRejected();
    throw error;
  });
  // AWS recommends this before an endpoint uses it: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html
  await describeEndpointConfig(config.endpointConfigName, options);
};
