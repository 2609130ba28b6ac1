import { type AwsInput, input, operation, type WaitableOperation } from '@arch/core/builder';
import { applicationId, emrServerless } from '@arch/services/emr-serverless';
import { StartApplicationCommand } from '@aws-sdk/client-emr-serverless';

import type { EmrServerlessApplication } from './emr-serverless-application.js';
import {
  emrServerlessApplicationReference,
  type EmrServerlessApplicationReference,
} from './emr-serverless-application-reference.js';
import { waitForEmrServerlessApplication } from './wait-for-emr-serverless-application.js';

export interface StartEmrServerlessApplicationInput extends AwsInput {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
}

/**
 * Starts an application, so that the next job begins without delay. Only an application with `autoStart: false` requires this call: others
 * start when a job is submitted. AWS bills pre-initialized capacity from the start. With `wait: true` the call resolves when the
 * application is started.
 *
 * @example
 * await startEmrServerlessApplication('00f1r2vk4e9g0a09', { wait: true });
 * @throws {NotFoundError} there is no such application in this region.
 * @throws {QuotaExceededError} the account has reached its quota of vCPUs.
 * @throws {WaitError} with `wait`: the application was deleted.
 * @see https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_StartApplication.html
 */
export const startEmrServerlessApplication: WaitableOperation<
  string | StartEmrServerlessApplicationInput,
  EmrServerlessApplicationReference,
  EmrServerlessApplication,
  { on: 'applicationId' }
> = operation(() => ({
  name: 'startEmrServerlessApplication',
  service: emrServerless,
  command: StartApplicationCommand,
  repeatable: true,
  permissions: [{ action: 'emr-serverless:StartApplication', resources: ['application'] }],
  key: 'applicationId',
  input: input<StartEmrServerlessApplicationInput>({ applicationId: applicationId() }),
  output: emrServerlessApplicationReference(),
  // AWS's response is empty.
  select: (_response, { applicationId }) => ({ applicationId }),
  uses: [waitForEmrServerlessApplication],
  wait: ({ applicationId }, options) => waitForEmrServerlessApplication({ applicationId, state: 'started' }, options),
}));
