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
  /** Name or ARN of the function. */
  readonly functionName: string;
  /** ARN of the execution role, whose permissions the function has. */
  readonly role?: string | undefined;
  /** The `revisionId` that you expect. The update fails if the function has changed since. */
  readonly revisionId?: string | undefined;
}

/**
 * Changes the settings of a function. Omitted members are not changed. Environment variables, layers, subnets and security groups replace
 * all current ones, so include those that you want to keep. With `wait: true` the call first waits for an earlier update that is in
 * progress, and resolves when the change is in effect. Until then, invocations use the old settings.
 *
 * @example
 * const { environment } = await describeFunction('hello');
 * await updateFunctionConfiguration({ functionName: 'hello', environment: { ...environment, LOG_LEVEL: 'debug' } }, { wait: true });
 * @throws {NotFoundError} there is no such function in this region.
 * @throws {ConflictError} another update is in progress, or the function does not have the `revisionId` any more.
 * @throws {WaitError} with `wait`: the update failed; the error contains Lambda's reason.
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
