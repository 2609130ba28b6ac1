import { AlreadyExistsError, ArchError, NotFoundError } from '@arch/core';
import { addNote, type CallOptions } from '@arch/core/builder';

import { deleteEndpointConfig, describeEndpointConfig } from '../endpoint-configs/index.js';
import { requestEndpointConfig, type RequestEndpointConfigInput } from './request-endpoint-config.js';

/** Makes the configuration of a deployment, and waits until SageMaker knows it. */
export const makeEndpointConfig = async (config: RequestEndpointConfigInput, options: CallOptions): Promise<void> => {
  const { endpointConfigName } = config;
  try {
    await requestEndpointConfig(config, options);
  } catch (error) {
    // Nobody else has chosen this name: where it is taken, an attempt whose answer was lost has made it.
    if (!(error instanceof AlreadyExistsError))
      throw isRefusal(error) ? error : await takeBackConfig(error, endpointConfigName, options);
  }
  try {
    // As AWS advises, before an endpoint is to use it: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html
    await describeEndpointConfig(endpointConfigName, options);
  } catch (error) {
    throw await takeBackConfig(error, endpointConfigName, options);
  }
};

/** Whether SageMaker has said no: then nothing was done. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof ArchError && error.status !== undefined && error.status >= 400 && error.status < 500;

/** Deletes a configuration that no endpoint has been given, and gives the problem, with a note where that fails. */
export const takeBackConfig = async (
  problem: unknown,
  endpointConfigName: string,
  { signal: _over, ...own }: CallOptions,
): Promise<unknown> => {
  try {
    // The deadline of the call may be what failed: the way back has one of its own.
    await deleteEndpointConfig(endpointConfigName, own);
  } catch (error) {
    if (error instanceof NotFoundError) return problem;
    return addNote(problem, `The endpoint configuration ${endpointConfigName} was made and is still there.`);
  }
  return problem;
};
