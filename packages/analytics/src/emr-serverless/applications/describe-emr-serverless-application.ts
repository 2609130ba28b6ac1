import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { applicationId, emrServerless } from '@arch/services/emr-serverless';
import { GetApplicationCommand } from '@aws-sdk/client-emr-serverless';

import { emrServerlessApplication, type EmrServerlessApplication } from './emr-serverless-application.js';

export interface DescribeEmrServerlessApplicationInput extends AwsInput {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
}

/**
 * Describes an EMR Serverless application. AWS describes a deleted application as `TERMINATED` for some time.
 *
 * @example
 * const { state, maximumCapacity } = await describeEmrServerlessApplication('00f1r2vk4e9g0a09');
 * @throws {NotFoundError} there is no such application in this region.
 * @see https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_GetApplication.html
 */
export const describeEmrServerlessApplication: Operation<
  string | DescribeEmrServerlessApplicationInput,
  EmrServerlessApplication,
  { on: 'applicationId' }
> = operation(() => ({
  name: 'describeEmrServerlessApplication',
  service: emrServerless,
  command: GetApplicationCommand,
  permissions: [{ action: 'emr-serverless:GetApplication', resources: ['application'] }],
  key: 'applicationId',
  input: input<DescribeEmrServerlessApplicationInput>({ applicationId: applicationId() }),
  output: emrServerlessApplication(),
  absent: 'not-found',
  select: ({ application }) => application,
}));
