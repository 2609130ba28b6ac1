import { ArchError } from '@arch/core';
import type { CallOptions, TaskSteps } from '@arch/core/builder';

import { newConfigName } from '../endpoint-config-names.js';
import { deleteEndpointConfig } from '../endpoint-configs/index.js';
import type { Endpoint } from '../endpoints/index.js';
import type { DeployModelInput } from './deploy-model-input.js';
import { findEndpoint, hasConfig } from './find-endpoint.js';
import { makeEndpointConfig } from './make-endpoint-config.js';
import type { ModelDeployment } from './model-deployment.js';
import type { RequestEndpointConfigInput } from './request-endpoint-config.js';
import { requestEndpointUpdate } from './request-endpoint-update.js';
import { requestEndpoint, type RequestedEndpoint } from './request-endpoint.js';

/** What is to be deployed, and how. */
export interface Deploying {
  readonly deployment: DeployModelInput;
  /** The endpoint, where there is one. */
  readonly current: Endpoint | undefined;
  readonly options: CallOptions;
  readonly steps: TaskSteps;
}

/** Makes a configuration and gives it to the endpoint, a new one or the one that is there. */
export const beginDeployment = async ({ deployment, current, options, steps }: Deploying): Promise<ModelDeployment> => {
  const { aws, ...wanted } = deployment;
  const { endpointName } = wanted;
  const endpointConfigName = newConfigName(endpointName);
  const config = { ...wanted, endpointConfigName };
  const giving: Giving = {};
  const left = `the endpoint configuration ${endpointConfigName} is left: delete it with deleteEndpointConfig unless it is in use`;
  const keep = steps.undo(left, (own) => undoConfig(config, giving, steps, own));
  await makeEndpointConfig({ ...config, aws }, options, keep);
  const give = current ? requestEndpointUpdate : requestEndpoint;
  const given = await give(config, options).catch((problem: unknown) => {
    giving.problem = { thrown: problem };
    return endpointIfGiven(config, giving, options);
  });
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

/** What came of giving a configuration to an endpoint that has not answered well. */
interface Giving {
  problem?: { readonly thrown: unknown };
  look?: Promise<Endpoint | undefined>;
}

/** Where only an answer was lost, the endpoint has its configuration. */
const endpointIfGiven = async (
  { endpointName, endpointConfigName }: RequestEndpointConfigInput,
  giving: Giving,
  options: CallOptions,
): Promise<RequestedEndpoint> => {
  const problem = giving.problem?.thrown;
  if (options.signal?.aborted) throw problem;
  giving.look = findEndpoint(endpointName, options);
  const endpoint = await giving.look.catch(() => undefined);
  if (endpoint && hasConfig(endpoint, endpointConfigName)) return endpoint;
  throw problem;
};

/** Deletes the configuration that no endpoint has been given. */
const undoConfig = async (
  { endpointName, endpointConfigName }: RequestEndpointConfigInput,
  { problem, look }: Giving,
  { note }: TaskSteps,
  options: CallOptions,
): Promise<void> => {
  if (problem) {
    const endpoint = await (look ?? findEndpoint(endpointName, options));
    if (endpoint && hasConfig(endpoint, endpointConfigName))
      return note(`the endpoint ${endpointName} is being deployed all the same`);
    if (!isRefusal(problem.thrown))
      return note(`the endpoint ${endpointName} may still get its new configuration, ${endpointConfigName}`);
  }
  await deleteEndpointConfig(endpointConfigName, options);
};

/** Whether SageMaker has said no: then nothing was done. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ArchError && error.status !== undefined && error.status >= 400 && error.status < 500;
