import { type AwsInput, input, operation, type WaitableOperation } from '@arch/core/builder';
import { applicationId, emrServerless } from '@arch/services/emr-serverless';
import { DeleteApplicationCommand } from '@aws-sdk/client-emr-serverless';

import {
  emrServerlessApplicationReference,
  type EmrServerlessApplicationReference,
} from './emr-serverless-application-reference.js';
import { waitForEmrServerlessApplication } from './wait-for-emr-serverless-application.js';

export interface DeleteEmrServerlessApplicationInput extends AwsInput {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
}

/**
 * Deletes an application, which must be in the state `CREATED` or `STOPPED`. With `wait: true` the call resolves when the application is
 * deleted.
 *
 * @example
 * await stopEmrServerlessApplication(applicationId, { wait: true });
 * await deleteEmrServerlessApplication(applicationId);
 * @throws {NotFoundError} there is no such application in this region.
 * @throws {ConflictError} the application is in another state; stop it first.
 * @see https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_DeleteApplication.html
 */
export const deleteEmrServerlessApplication: WaitableOperation<
  string | DeleteEmrServerlessApplicationInput,
  EmrServerlessApplicationReference,
  void,
  { on: 'applicationId' }
> = operation(() => ({
  name: 'deleteEmrServerlessApplication',
  service: emrServerless,
  command: DeleteApplicationCommand,
  permissions: [{ action: 'emr-serverless:DeleteApplication', resources: ['application'] }],
  key: 'applicationId',
  input: input<DeleteEmrServerlessApplicationInput>({ applicationId: applicationId() }),
  output: emrServerlessApplicationReference(),
  deletes: true,
  // AWS's response is empty.
  select: (_response, { applicationId }) => ({ applicationId }),
  uses: [waitForEmrServerlessApplication],
  wait: ({ applicationId }, options) => waitForEmrServerlessApplication({ applicationId, state: 'deleted' }, options),
}));
