import { NotFoundError } from '@arch/core';
import { addNote, type AwsInput, checkAwsMembers, input, task, type WaitableOperation, z } from '@arch/core/builder';
import { DeleteEndpointCommand } from '@aws-sdk/client-sagemaker';

import { isConfigOfDeployment } from '../endpoint-config-names.js';
import { sageMakerName } from '../sage-maker-fields.js';
import { deleteEndpointConfig } from '../endpoint-configs/index.js';
import { describeEndpoint } from './describe-endpoint.js';
import { requestEndpointDeletion } from './request-endpoint-deletion.js';
import { waitForEndpoint } from './wait-for-endpoint.js';

export interface DeleteEndpointInput extends AwsInput {
  /** Name of the endpoint. */
  readonly endpointName: string;
  /** Whether the configuration of the endpoint is also deleted. Default: `true` if `deployModel` created it, which its name shows. */
  readonly deleteEndpointConfig?: boolean | undefined;
}

/** An endpoint that is being deleted. */
export interface DeletedEndpoint {
  /** Name of the endpoint. */
  readonly endpointName: string;
}

/**
 * Deletes an endpoint, and the configuration that `deployModel` created for it. AWS then stops billing its instances. Its model is not
 * deleted. With `wait: true` the call resolves when the endpoint no longer exists and its name can be used again.
 *
 * @example
 * await deleteEndpoint('churn', { wait: true });
 * @throws {NotFoundError} there is no such endpoint in this region.
 * @throws {ConflictError} the endpoint is being created or updated.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeleteEndpoint.html
 */
export const deleteEndpoint: WaitableOperation<
  string | DeleteEndpointInput,
  DeletedEndpoint,
  void,
  { on: 'endpointConfigName' | 'endpointName' }
> = task(() => ({
  name: 'deleteEndpoint',
  key: 'endpointName',
  input: input<DeleteEndpointInput>({
    endpointName: sageMakerName(),
    deleteEndpointConfig: z.optional(z.boolean()),
  }),
  uses: [describeEndpoint, requestEndpointDeletion, deleteEndpointConfig],
  run: async ({ endpointName, deleteEndpointConfig: withConfig, aws }, options) => {
    checkAwsMembers('deleteEndpoint', DeleteEndpointCommand, aws);
    const { endpointConfigName } = await describeEndpoint(endpointName, options);
    // The endpoint has just been described. If it no longer exists, an attempt whose response was lost has deleted it.
    await requestEndpointDeletion({ endpointName, aws }, options).catch(ignoreNotFound);
    if (endpointConfigName && (withConfig ?? isConfigOfDeployment(endpointName, endpointConfigName))) {
      await deleteEndpointConfig(endpointConfigName, options)
        .catch(ignoreNotFound)
        .catch((error: unknown) => {
          throw addNote(
            error,
            `The endpoint ${endpointName} is being deleted, but its configuration ${endpointConfigName} still exists; delete it with deleteEndpointConfig.`,
          );
        });
    }
    return { endpointName };
  },
  wait: ({ endpointName }, options) => waitForEndpoint({ endpointName, state: 'deleted' }, options),
}));

const ignoreNotFound = (error: unknown): void => {
  if (!(error instanceof NotFoundError)) throw error;
};
