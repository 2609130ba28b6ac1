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
  /** e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
}

/**
 * Starts an application, so that a job finds its workers ready; without it the first job starts it, unless `autoStart` is off. Capacity that is
 * kept ready is billed from then on. With `wait: true` it resolves when the application takes jobs.
 *
 * @example
 * await startEmrServerlessApplication('00f1r2vk4e9g0a09', { wait: true });
 * @throws {NotFoundError} there is no such application in this region.
 * @throws {QuotaExceededError} the account uses as many vCPUs as it may.
 * @throws {WaitError} with `wait`: the application has been deleted.
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
  // AWS answers nothing.
  select: (_answer, { applicationId }) => ({ applicationId }),
  uses: [waitForEmrServerlessApplication],
  wait: ({ applicationId }, options) => waitForEmrServerlessApplication({ applicationId, state: 'started' }, options),
}));
