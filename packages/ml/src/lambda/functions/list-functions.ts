import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { lambda } from '@arch/services/lambda';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';

import { lambdaFunction, type LambdaFunction } from './lambda-function.js';

export interface ListFunctionsInput extends AwsInput {
  /** `true` also lists published versions, one item per version. Default: `false`. */
  readonly allVersions?: boolean | undefined;
}

/**
 * Lists the functions of the region, 50 per request, one page ahead of the consumer. Lambda does not list states and tags;
 * `describeFunction` returns them.
 *
 * @example
 * for await (const { functionName, runtime } of listFunctions()) console.log(functionName, runtime);
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
 */
export const listFunctions: ListOperation<ListFunctionsInput, LambdaFunction> = listOperation(() => ({
  name: 'listFunctions',
  service: lambda,
  command: ListFunctionsCommand,
  permissions: ['lambda:ListFunctions'],
  input: input<ListFunctionsInput>({ allVersions: z.optional(z.boolean()) }),
  item: lambdaFunction(),
  request: ({ allVersions }) => (allVersions ? { FunctionVersion: 'ALL' as const } : {}),
  items: ({ Functions }) => Functions,
  pages: { token: 'Marker', next: 'NextMarker', size: { member: 'MaxItems', least: 1, most: 50 } },
}));
