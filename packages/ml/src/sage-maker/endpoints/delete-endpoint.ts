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
  readonly endpointName: string;
  /** Whether its configuration goes too. Default: where `deployModel` has made it, which its name shows. */
  readonly deleteEndpointConfig?: boolean | undefined;
}

/** The endpoint that is being deleted. */
export interface DeletedEndpoint {
  readonly endpointName: string;
}

/**
 * Deletes an endpoint, and the configuration that `deployModel` has made for it: AWS bills its instances no longer. Its model stays. With
 * `wait: true` it resolves when the endpoint is gone and its name is free.
 *
 * @example
 * await deleteEndpoint('churn', { wait: true });
 * @throws {NotFoundError} there is no such endpoint in this region.
 * @throws {ConflictError} it is being made or updated.
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
    // It was there a moment ago: what is not found now was deleted, by an attempt whose answer was lost.
    await requestEndpointDeletion({ endpointName, aws }, options).catch(unlessGone);
    if (endpointConfigName && (withConfig ?? isConfigOfDeployment(endpointName, endpointConfigName))) {
      await deleteEndpointConfig(endpointConfigName, options)
        .catch(unlessGone)
        .catch((error: unknown) => {
          throw addNote(
            error,
            `The endpoint ${endpointName} is being deleted; its configuration ${endpointConfigName} is still there.`,
          );
        });
    }
    return { endpointName };
  },
  wait: ({ endpointName }, options) => waitForEndpoint({ endpointName, state: 'deleted' }, options),
}));

const unlessGone = (error: unknown): void => {
  if (!(error instanceof NotFoundError)) throw error;
};
