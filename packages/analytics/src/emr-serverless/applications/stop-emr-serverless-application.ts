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
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
}

/**
 * Stops an application and releases its workers. All its jobs must have ended before. With `wait: true` the call resolves when the
 * application is stopped and can be deleted.
 *
 * @example
 * await stopEmrServerlessApplication('00f1r2vk4e9g0a09', { wait: true });
 * @throws {NotFoundError} there is no such application in this region.
 * @throws {InvalidRequestError} jobs of the application are queued or running; cancel them first.
 * @see https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_StopApplication.html
 */
export const stopEmrServerlessApplication: WaitableOperation<
  string | StopEmrServerlessApplicationInput,
  EmrServerlessApplicationReference,
  EmrServerlessApplication,
  { on: 'applicationId' }
> = operation(() => ({
  name: 'stopEmrServerlessApplication',
  service: emrServerless,
  command: StopApplicationCommand,
  permissions: [{ action: 'emr-serverless:StopApplication', resources: ['application'] }],
  key: 'applicationId',
  input: input<StopEmrServerlessApplicationInput>({ applicationId: applicationId() }),
  output: emrServerlessApplicationReference(),
  // AWS's response is empty.
  select: (_response, { applicationId }) => ({ applicationId }),
  uses: [waitForEmrServerlessApplication],
  wait: ({ applicationId }, options) => waitForEmrServerlessApplication({ applicationId, state: 'stopped' }, options),
}));
