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
  if (!(error instanceof WaitError))
    return addNote(error, `The endpoint ${endpointName} may still be in deployment, with ${endpointConfigName}.`);
  const rolledBack = !created && error.state === 'InService';
  const failed = created && error.state === 'Failed';
  try {
    // SageMaker deletes a configuration that is in use too: this one has to be unused for certain.
    if (rolledBack && !hasConfig(await describeEndpoint(endpointName, own), endpointConfigName))
      await deleteEndpointConfig(endpointConfigName, own);
    if (failed) await deleteEndpoint({ endpointName, deleteEndpointConfig: true }, own);
  } catch {
    return addNote(error, `${rolledBack ? endpointConfigName : endpointName} could not be deleted again.`);
  }
  if (rolledBack) return addNote(error, 'The endpoint goes on with the configuration before.');
  return failed ? addNote(error, 'The endpoint was deleted again.') : error;
};
