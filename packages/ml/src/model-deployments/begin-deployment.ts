import { addNote, type CallOptions } from '@arch/core/builder';

import { newConfigName } from '../clients/endpoint-config-names.js';
import type { Endpoint } from '../endpoints/index.js';
import type { DeployModelInput } from './deploy-model-input.js';
import { findEndpoint, hasConfig } from './find-endpoint.js';
import { isRefusal, makeEndpointConfig, takeBackConfig } from './make-endpoint-config.js';
import type { ModelDeployment } from './model-deployment.js';
import type { RequestEndpointConfigInput } from './request-endpoint-config.js';
import { requestEndpointUpdate } from './request-endpoint-update.js';
import { requestEndpoint, type RequestedEndpoint } from './request-endpoint.js';

/** Makes a configuration and gives it to the endpoint, a new one or the one that is there. */
export const beginDeployment = async (
  { aws, ...deployment }: DeployModelInput,
  current: Endpoint | undefined,
  options: CallOptions,
): Promise<ModelDeployment> => {
  const { endpointName } = deployment;
  const endpointConfigName = newConfigName(endpointName);
  const config = { ...deployment, endpointConfigName };
  await makeEndpointConfig({ ...config, aws }, options);
  const give = current ? requestEndpointUpdate : requestEndpoint;
  const given = await give(config, options).catch((error: unknown) => endpointIfGiven(error, config, options));
  const replaced = current?.endpointConfigName;
  const begun = {
    endpointName,
    endpointArn: given.endpointArn,
    endpointConfigName,
    created: current === undefined,
    ...(replaced !== undefined && { replacedEndpointConfigName: replaced }),
  };
  return Object.defineProperty(begun, 'aws', { value: given.aws, enumerable: false }) as ModelDeployment;
};

/** Where only an answer was lost, the endpoint has its configuration. Where SageMaker has said no, the configuration is deleted again. */
const endpointIfGiven = async (
  problem: unknown,
  { endpointName, endpointConfigName }: RequestEndpointConfigInput,
  options: CallOptions,
): Promise<RequestedEndpoint> => {
  // The deadline of the call may be what failed: the look has one of its own.
  const { signal, ...own } = options;
  let endpoint: Endpoint | undefined;
  try {
    endpoint = await findEndpoint(endpointName, own);
  } catch {
    throw addNote(problem, `The endpoint configuration ${endpointConfigName} is there, and may be in use.`);
  }
  if (endpoint && hasConfig(endpoint, endpointConfigName)) {
    if (!signal?.aborted) return endpoint;
    throw addNote(problem, `The endpoint ${endpointName} is being deployed all the same.`);
  }
  if (isRefusal(problem)) throw await takeBackConfig(problem, endpointConfigName, options);
  throw addNote(problem, `The endpoint ${endpointName} may still get its new configuration, ${endpointConfigName}.`);
};
