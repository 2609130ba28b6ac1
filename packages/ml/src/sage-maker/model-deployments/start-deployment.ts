import { ArchError } from '@arch/core';
import type { CallOptions, TaskSteps } from '@arch/core/builder';

import { newConfigName } from '../endpoint-config-names.js';
import { deleteEndpointConfig } from '../endpoint-configs/index.js';
import type { Endpoint } from '../endpoints/index.js';
import type { DeployModelInput } from './deploy-model-input.js';
import { findEndpoint, hasConfig } from './find-endpoint.js';
import { createEndpointConfig } from './create-endpoint-config.js';
import type { ModelDeployment } from './model-deployment.js';
import type { RequestEndpointConfigInput } from './request-endpoint-config.js';
import { requestEndpointUpdate } from './request-endpoint-update.js';
import { requestEndpoint, type RequestedEndpoint } from './request-endpoint.js';

/** A deployment, the current endpoint and the call. */
export interface DeploymentStart {
  readonly deployment: DeployModelInput;
  /** The existing endpoint, if there is one. */
  readonly current: Endpoint | undefined;
  readonly options: CallOptions;
  readonly steps: TaskSteps;
}

/** Creates a configuration, and creates or updates the endpoint with it. */
export const startDeployment = async ({
  deployment,
  current,
  options,
  steps,
}: DeploymentStart): Promise<ModelDeployment> => {
  const { aws, ...members } = deployment;
  const { endpointName } = members;
  const endpointConfigName = newConfigName(endpointName);
  const config = { ...members, endpointConfigName };
  const outcome: RequestOutcome = {};
  const remains = `the endpoint configuration ${endpointConfigName} still exists: delete it with deleteEndpointConfig unless it is in use`;
  const cancelUndo = steps.undo(remains, (own) => undoConfig(config, outcome, steps, own));
  await createEndpointConfig({ ...config, aws }, options, cancelUndo);
  const request = current ? requestEndpointUpdate : requestEndpoint;
  const requested = await request(config, options).catch((problem: unknown) => {
    outcome.problem = { thrown: problem };
    return endpointAfterLostResponse(config, outcome, options);
  });
  const replaced = current?.endpointConfigName;
  const started = {
    endpointName,
    endpointArn: requested.endpointArn,
    endpointConfigName,
    created: current === undefined,
    ...(replaced !== undefined && { replacedEndpointConfigName: replaced }),
  };
  return Object.defineProperty(started, 'aws', { value: requested.aws, enumerable: false }) as ModelDeployment;
};

/** The outcome of the request that creates or updates the endpoint, if it failed. */
interface RequestOutcome {
  problem?: { readonly thrown: unknown };
  foundEndpoint?: Promise<Endpoint | undefined>;
}

/** Returns the endpoint if it has the configuration: then only the response was lost. Otherwise throws the error. */
const endpointAfterLostResponse = async (
  { endpointName, endpointConfigName }: RequestEndpointConfigInput,
  outcome: RequestOutcome,
  options: CallOptions,
): Promise<RequestedEndpoint> => {
  const problem = outcome.problem?.thrown;
  if (options.signal?.aborted) throw problem;
  outcome.foundEndpoint = findEndpoint(endpointName, options);
  const endpoint = await outcome.foundEndpoint.catch(() => undefined);
  if (endpoint && hasConfig(endpoint, endpointConfigName)) return endpoint;
  throw problem;
};

/** Deletes the configuration, unless an endpoint uses it or may use it. */
const undoConfig = async (
  { endpointName, endpointConfigName }: RequestEndpointConfigInput,
  { problem, foundEndpoint }: RequestOutcome,
  { note }: TaskSteps,
  options: CallOptions,
): Promise<void> => {
  if (problem) {
    const endpoint = await (foundEndpoint ?? findEndpoint(endpointName, options));
    if (endpoint && hasConfig(endpoint, endpointConfigName))
      return note(`the endpoint ${endpointName} is being deployed with the configuration ${endpointConfigName}`);
    if (!isRejection(problem.thrown))
      return note(`the endpoint ${endpointName} may still be deployed with the configuration ${endpointConfigName}`);
  }
  await deleteEndpointConfig(endpointConfigName, options);
};

/** Whether SageMaker rejected the request, so that nothing has changed. */
const isRejection = (error: unknown): boolean =>
  error instanceof ArchError && error.status !== undefined && error.status >= 400 && error.status < 500;
