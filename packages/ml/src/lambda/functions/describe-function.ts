import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { lambda, qualifiedFunctionName, qualifier } from '@arch/services/lambda';
import { GetFunctionCommand } from '@aws-sdk/client-lambda';

import { functionDetails, type FunctionDetails } from './function-details.js';

export interface DescribeFunctionInput extends AwsInput {
  /** Name or ARN of the function. */
  readonly functionName: string;
  /** Version or alias. Default: `$LATEST`, the unpublished version. */
  readonly qualifier?: string | undefined;
}

/**
 * Describes a function, including its settings, state and tags.
 *
 * @example
 * const { state, runtime, codeSha256 } = await describeFunction('hello');
 * @throws {NotFoundError} there is no such function, version or alias in this region.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html
 */
export const describeFunction: Operation<
  string | DescribeFunctionInput,
  FunctionDetails,
  { on: 'functionName'; with: 'tags' }
> = operation(() => ({
  name: 'describeFunction',
  service: lambda,
  command: GetFunctionCommand,
  permissions: [
    { action: 'lambda:GetFunction', resources: ['function'] },
    { action: 'lambda:ListTags', resources: ['function'], with: 'tags' },
  ],
  key: 'functionName',
  input: input<DescribeFunctionInput>({ functionName: qualifiedFunctionName(), qualifier: z.optional(qualifier()) }),
  output: functionDetails(),
}));
