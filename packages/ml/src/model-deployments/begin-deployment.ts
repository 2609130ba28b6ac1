import { AlreadyExistsError, NotFoundError } from '@arch/core';
import { addNote, type CallOptions } from '@arch/core/builder';

import { newConfigName } from '../clients/endpoint-config-names.js';
import { deleteEndpointConfig, describeEndpointConfig } from '../endpoint-configs/index.js';
import type { Endpoint } from '../endpoints/index.js';
import type { DeployModelInput } from './deploy-model-input.js';
import { findEndpoint, hasConfig } from './find-endpoint.js';
import type { ModelDeployment } from './model-deployment.js';
import { requestEndpointConfig, type RequestEndpointConfigInput } from './request-endpoint-config.js';
import { requestEndpointUpdate } from './request-endpoint-update.js';
import { requestEndpoint } from './request-endpoint.js';

/** Makes a configuration and gives it to the endpoint, a new one or the one that is there. */
export const beginDeployment = async (
  { aws, ...deployment }: DeployModelInput,
  current: Endpoint | undefined,
  options: CallOptions,
): Promise<ModelDeployment> => {
  const { endpointName } = deployment;
  const endpointConfigName = newConfigName(endpointName);
  const request = { ...deployment, endpointConfigName };
  const begin = async (): Promise<string> => {
    await makeConfig({ ...request, aws }, options);
    const { endpointArn } = await (current
      ? requestEndpointUpdate(request, options)
      : requestEndpoint(request, options));
    return endpointArn;
  };
  const endpointArn = await begin().catch((error: unknown) => arnIfBegun(error, request, options));
  const replaced = current?.endpointConfigName;
  return {
    endpointName,
    endpointArn,
    endpointConfigName,
    created: current === undefined,
    ...(replaced !== undefined && { replacedEndpointConfigName: replaced }),
  };
};

const makeConfig = async (config: RequestEndpointConfigInput, options: CallOptions): Promise<void> => {
  await requestEndpointConfig(config, options).catch((error: unknown) => {
    // Nobody else has chosen this name: an attempt whose answer was lost has made it.
    if (!(error instanceof AlreadyExistsError)) throw error;
  });
  // AWS advises to look for it before an endpoint is to use it: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html
  await describeEndpointConfig(config.endpointConfigName, options);
};

/** Where an answer was lost, the endpoint may have the new configuration. Where it has not, the configuration is deleted again. */
const arnIfBegun = async (
  problem: unknown,
  { endpointName, endpointConfigName }: RequestEndpointConfigInput,
  { signal, ...own }: CallOptions,
): Promise<string> => {
  // The deadline of the call may be what failed: the way back has one of its own.
  let endpoint: Endpoint | undefined;
  try {
    endpoint = await findEndpoint(endpointName, own);
  } catch {
    throw addNote(problem, `The endpoint configuration ${endpointConfigName} may be there, and in use.`);
  }
  if (endpoint && hasConfig(endpoint, endpointConfigName)) {
    if (!signal?.aborted) return endpoint.endpointArn;
    throw addNote(problem, `The endpoint ${endpointName} is being deployed all the same.`);
  }
  await deleteEndpointConfig(endpointConfigName, own).catch((left: unknown) => {
    if (left instanceof NotFoundError) return;
    addNote(problem, `The endpoint configuration ${endpointConfigName} was made and is still there.`);
  });
  throw problem;
};
