import {
  arn,
  type AwsInput,
  iamPropagation,
  input,
  operation,
  text,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { lambda, qualifiedFunctionName } from '@arch/services/lambda';
import { UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';

import { type FunctionSettings, passRole, settingsFields, settingsRequest } from '../function-settings.js';
import { describeFunction } from './describe-function.js';
import { lambdaFunction, type LambdaFunction } from './lambda-function.js';
import { updateInProgress } from './update-in-progress.js';
import { waitForFunction } from './wait-for-function.js';

export interface UpdateFunctionConfigurationInput extends FunctionSettings, AwsInput {
  /** Name or ARN. */
  readonly functionName: string;
  /** ARN of the role that the function works with. */
  readonly role?: string | undefined;
  /** Only if nobody has changed the function since: its `revisionId` as it was described. */
  readonly revisionId?: string | undefined;
}

/**
 * Changes the settings of a function; what is left out stays. Environment variables, layers, subnets and security groups are replaced as a
 * whole, so pass those too that are to stay. With `wait: true` it first waits for an earlier update that is in progress, and resolves
 * when the change is in effect: until then calls meet the old settings.
 *
 * @example
 * const { environment } = await describeFunction('hello');
 * await updateFunctionConfiguration({ functionName: 'hello', environment: { ...environment, LOG_LEVEL: 'debug' } }, { wait: true });
 * @throws {NotFoundError} there is no such function in this region.
 * @throws {ConflictError} another change is in progress, or somebody has changed it since `revisionId`.
 * @throws {WaitError} the change failed; the reason is Lambda's.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
 */
export const updateFunctionConfiguration: WaitableOperation<
  UpdateFunctionConfigurationInput,
  LambdaFunction,
  LambdaFunction,
  { on: 'functionName' | 'layerVersionArn' | 'roleArn'; with: 'layers' | 'role' | 'tags' }
> = operation(() => ({
  name: 'updateFunctionConfiguration',
  service: lambda,
  command: UpdateFunctionConfigurationCommand,
  permissions: [
    { action: 'lambda:UpdateFunctionConfiguration', resources: ['function'] },
    { ...passRole, with: 'role' },
    { action: 'lambda:GetLayerVersion', resources: ['layerVersion'], with: 'layers' },
  ],
  input: input<UpdateFunctionConfigurationInput>({
    ...settingsFields(),
    functionName: qualifiedFunctionName(),
    role: z.optional(arn('iam')),
    revisionId: z.optional(text(1, 64)),
  }),
  output: lambdaFunction(),
  request: (settings) => ({ FunctionName: settings.functionName, ...settingsRequest(settings) }),
  propagates: iamPropagation,
  uses: [describeFunction],
  busy: updateInProgress,
  wait: ({ functionName }, options) => waitForFunction({ functionName, state: 'updated' }, options),
}));
