import { AlreadyExistsError } from '@arch/core';
import { type CallOptions, isOutcomeUnknown } from '@arch/core/builder';

import { describeEndpointConfig } from '../endpoint-configs/index.js';
import { requestEndpointConfig, type RequestEndpointConfigInput } from './request-endpoint-config.js';

/** Makes the configuration of a deployment, and waits until SageMaker knows it. `refused` hears that none was made. */
export const makeEndpointConfig = async (
  config: RequestEndpointConfigInput,
  options: CallOptions,
  refused: () => void,
): Promise<void> => {
  await requestEndpointConfig(config, options).catch((error: unknown) => {
    // Nobody else has chosen this name: where it is taken, an attempt whose answer was lost has made it.
    if (error instanceof AlreadyExistsError) return;
    if (!options.signal?.aborted && !isOutcomeUnknown(error)) refused();
    throw error;
  });
  // As AWS advises, before an endpoint is to use it: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html
  await describeEndpointConfig(config.endpointConfigName, options);
};
