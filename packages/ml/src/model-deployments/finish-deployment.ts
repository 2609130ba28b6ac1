import { NotFoundError, WaitError } from '@arch/core';
import { addNote, type CallOptions, type WaitOptions } from '@arch/core/builder';

import { isConfigOfDeployment } from '../clients/endpoint-config-names.js';
import { deleteEndpointConfig } from '../endpoint-configs/index.js';
import { deleteEndpoint, describeEndpoint, type Endpoint, waitForEndpoint } from '../endpoints/index.js';
import { hasConfig } from './find-endpoint.js';
import type { ModelDeployment } from './model-deployment.js';

/** Waits for a deployment, and puts away what is not needed any more: the configuration before, or what has failed. */
export const finishDeployment = async (
  deployment: ModelDeployment,
  options: CallOptions & WaitOptions,
): Promise<Endpoint> => {
  const { endpointName, endpointConfigName, replacedEndpointConfigName: replaced } = deployment;
  const { timeoutMs: _ofTheWait, pollMs: _pace, onProgress: _listener, ...own } = options;
  const goal = { endpointName, state: 'in-service', endpointConfigName } as const;
  const endpoint = await waitForEndpoint(goal, options).catch(async (error: unknown) => {
    throw await takeBack(error, deployment, own);
  });
  if (replaced === undefined || !isConfigOfDeployment(endpointName, replaced)) return endpoint;
  await deleteEndpointConfig(replaced, own).catch((error: unknown) => {
    if (error instanceof NotFoundError) return;
    throw addNote(
      error,
      `The endpoint ${endpointName} is in service with the new model; only the configuration before, ${replaced}, is still there.`,
    );
  });
  return endpoint;
};

/** Puts away what has failed, as far as nothing uses it. Its log stays in CloudWatch. */
const takeBack = async (
  error: unknown,
  { endpointName, endpointConfigName, created }: ModelDeployment,
  { signal: _over, ...own }: CallOptions,
): Promise<unknown> => {
  const state = error instanceof WaitError ? error.state : undefined;
  try {
    if (created && state === 'Failed') {
      await deleteEndpoint({ endpointName, deleteEndpointConfig: true }, own);
      return addNote(error, 'The endpoint was deleted again.');
    }
    // SageMaker would delete a configuration that is in use, too: this one has to be unused for certain.
    if (state === 'InService' && !hasConfig(await describeEndpoint(endpointName, own), endpointConfigName)) {
      await deleteEndpointConfig(endpointConfigName, own);
      return addNote(error, 'The endpoint goes on with the configuration before.');
    }
  } catch {
    return addNote(error, `Not all could be deleted again: ${endpointConfigName} is still there.`);
  }
  return addNote(error, `The endpoint ${endpointName} may still be in deployment, with ${endpointConfigName}.`);
};
