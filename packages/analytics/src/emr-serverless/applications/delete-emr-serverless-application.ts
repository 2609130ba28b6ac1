import { type AwsInput, input, operation, type WaitableOperation } from '@arch/core/builder';
import { applicationId, emrServerless } from '@arch/services/emr-serverless';
import { DeleteApplicationCommand } from '@aws-sdk/client-emr-serverless';

import {
  emrServerlessApplicationReference,
  type EmrServerlessApplicationReference,
} from './emr-serverless-application-reference.js';
import { waitForEmrServerlessApplication } from './wait-for-emr-serverless-application.js';

export interface DeleteEmrServerlessApplicationInput extends AwsInput {
  /** e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
}

/**
 * Deletes an application that has never started, or has stopped. With `wait: true` it resolves when it is gone.
 *
 * @example
 * await stopEmrServerlessApplication(applicationId, { wait: true });
 * await deleteEmrServerlessApplication(applicationId);
 * @throws {NotFoundError} there is no such application in this region.
 * @throws {ConflictError} it is neither created nor stopped: stop it first.
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
  // AWS answers nothing.
  select: (_answer, { applicationId }) => ({ applicationId }),
  uses: [waitForEmrServerlessApplication],
  wait: ({ applicationId }, options) => waitForEmrServerlessApplication({ applicationId, state: 'deleted' }, options),
}));
