import { NotFoundError, WaitError } from '@arch/core';
import { addNote, type CallOptions, runUndo, type WaitOptions } from '@arch/core/builder';

import { isConfigOfDeployment } from '../endpoint-config-names.js';
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
const takeBack = async (error: unknown, deployment: ModelDeployment, options: CallOptions): Promise<unknown> => {
  const { endpointName, endpointConfigName } = deployment;
  const state = error instanceof WaitError ? error.state : undefined;
  try {
    const done = await runUndo('deployModel', options, (own) => deleteUnused(deployment, state, own));
    return addNote(
      error,
      done ?? `The endpoint ${endpointName} may still be in deployment, with ${endpointConfigName}.`,
    );
  } catch {
    return addNote(error, `Not all could be deleted again: ${endpointConfigName} is still there.`);
  }
};

/** Says what it has done, if anything. */
const deleteUnused = async (
  { endpointName, endpointConfigName, created }: ModelDeployment,
  state: string | undefined,
  options: CallOptions,
): Promise<string | undefined> => {
  if (created && state === 'Failed') {
    await deleteEndpoint({ endpointName, deleteEndpointConfig: true }, options);
    return 'The endpoint was deleted again.';
  }
  // SageMaker would delete a configuration that is in use, too: this one has to be unused for certain.
  if (state !== 'InService' || hasConfig(await describeEndpoint(endpointName, options), endpointConfigName))
    return undefined;
  await deleteEndpointConfig(endpointConfigName, options);
  return 'The endpoint goes on with the configuration before.';
};
