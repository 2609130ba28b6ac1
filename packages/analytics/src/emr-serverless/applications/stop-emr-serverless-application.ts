import { type AwsInput, input, operation, type WaitableOperation } from '@arch/core/builder';
import { applicationId, emrServerless } from '@arch/services/emr-serverless';
import { StopApplicationCommand } from '@aws-sdk/client-emr-serverless';

import type { EmrServerlessApplication } from './emr-serverless-application.js';
import {
  emrServerlessApplicationReference,
  type EmrServerlessApplicationReference,
} from './emr-serverless-application-reference.js';
import { waitForEmrServerlessApplication } from './wait-for-emr-serverless-application.js';

export interface StopEmrServerlessApplicationInput extends AwsInput {
  /** e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
}

/**
 * Stops an application and releases its workers. Its jobs have to be over, or cancelled, first. With `wait: true` it resolves when it has stopped
 * and can be deleted.
 *
 * @example
 * await stopEmrServerlessApplication('00f1r2vk4e9g0a09', { wait: true });
 * @throws {NotFoundError} there is no such application in this region.
 * @throws {InvalidRequestError} jobs of it wait or run.
 * @see https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_StopApplication.html
 */
export const stopEmrServerlessApplication: WaitableOperation<
  string | StopEmrServerlessApplicationInput,
  EmrServerlessApplicationReference,
  EmrServerlessApplication
> = operation(() => ({
  name: 'stopEmrServerlessApplication',
  service: emrServerless,
  command: StopApplicationCommand,
  permissions: [{ action: 'emr-serverless:StopApplication', resources: ['application'] }],
  key: 'applicationId',
  input: input<StopEmrServerlessApplicationInput>({ applicationId: applicationId() }),
  output: emrServerlessApplicationReference(),
  // AWS answers nothing.
  select: (_answer, { applicationId }) => ({ applicationId }),
  uses: [waitForEmrServerlessApplication],
  wait: ({ applicationId }, options) => waitForEmrServerlessApplication({ applicationId, state: 'stopped' }, options),
}));
