import { NotFoundError, WaitError } from '@arch/core';
import { addNote, type CallOptions, runUndo, type WaitOptions } from '@arch/core/builder';

import { isConfigOfDeployment } from '../endpoint-config-names.js';
import { deleteEndpointConfig } from '../endpoint-configs/index.js';
import { deleteEndpoint, describeEndpoint, type Endpoint, waitForEndpoint } from '../endpoints/index.js';
import { hasConfig } from './find-endpoint.js';
import type { ModelDeployment } from './model-deployment.js';

/** Waits for a deployment. Then deletes the previous configuration, or undoes a failed deployment. */
export const finishDeployment = async (
  deployment: ModelDeployment,
  options: CallOptions & WaitOptions,
): Promise<Endpoint> => {
  const { endpointName, endpointConfigName, replacedEndpointConfigName: replaced } = deployment;
  const { timeoutMs: _timeoutMs, pollMs: _pollMs, onProgress: _onProgress, ...own } = options;
  const goal = { endpointName, state: 'in-service', endpointConfigName } as const;
  const endpoint = await waitForEndpoint(goal, options).catch(async (error: unknown) => {
    throw await undoFailedDeployment(error, deployment, own);
  });
  if (replaced === undefined || !isConfigOfDeployment(endpointName, replaced)) return endpoint;
  await deleteEndpointConfig(replaced, own).catch((error: unknown) => {
    if (error instanceof NotFoundError) return;
    throw addNote(
      error,
      `The endpoint ${endpointName} is in service with the new model, but the previous configuration ${replaced} still exists; delete it with deleteEndpointConfig.`,
    );
  });
  return endpoint;
};

/** Deletes the resources of a failed deployment, unless they are in use. The logs in CloudWatch are kept. */
const undoFailedDeployment = async (
  error: unknown,
  deployment: ModelDeployment,
  options: CallOptions,
): Promise<unknown> => {
  const { endpointName, endpointConfigName } = deployment;
  const state = error instanceof WaitError ? error.state : undefined;
  try {
    const done = await runUndo('deployModel', options, (own) => deleteUnused(deployment, state, own));
    return addNote(
      error,
      done ?? `The deployment of the endpoint ${endpointName} with ${endpointConfigName} may still be in progress.`,
    );
  } catch {
    return addNote(error, `The deployment could not be undone: the configuration ${endpointConfigName} still exists.`);
  }
};

/** Returns a sentence about the deletion; `undefined` if nothing was deleted. */
const deleteUnused = async (
  { endpointName, endpointConfigName, created }: ModelDeployment,
  state: string | undefined,
  options: CallOptions,
): Promise<string | undefined> => {
  if (created && state === 'Failed') {
    await deleteEndpoint({ endpointName, deleteEndpointConfig: true }, options);
    return 'The new endpoint was deleted.';
  }
  // SageMaker also deletes a configuration that is in use, so check that no endpoint uses it.
  if (state !== 'InService' || hasConfig(await describeEndpoint(endpointName, options), endpointConfigName))
    return undefined;
  await deleteEndpointConfig(endpointConfigName, options);
  return 'The endpoint continues with the previous configuration.';
};
