import { UnexpectedResponseError } from '@arch/core';
import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { lambda, qualifiedFunctionName } from '@arch/services/lambda';
import { DeleteFunctionCommand } from '@aws-sdk/client-lambda';

export interface DeleteFunctionInput extends AwsInput {
  /** Name or ARN. */
  readonly functionName: string;
  /** The number of a version: only that one goes. One that an alias names cannot. Default: all of the function. */
  readonly qualifier?: string | undefined;
}

/**
 * Deletes a function with all of its versions and aliases, or one version of it. What calls it stays: event source mappings, rules and
 * notifications have to be deleted where they were made, and so has its log group.
 *
 * @example
 * await deleteFunction('hello');
 * @throws {NotFoundError} there is no such function in this region.
 * @throws {ConflictError} it is being changed, or an alias names the version.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html
 */
export const deleteFunction: Operation<string | DeleteFunctionInput, void, { on: 'functionName' }> = operation(() => ({
  name: 'deleteFunction',
  service: lambda,
  command: DeleteFunctionCommand,
  permissions: [{ action: 'lambda:DeleteFunction', resources: ['function'] }],
  key: 'functionName',
  input: input<DeleteFunctionInput>({
    functionName: qualifiedFunctionName(),
    qualifier: z.optional(z.string().check(z.regex(/^\d{1,20}$/, 'the number of a version'))),
  }),
  output: noOutput(),
  deletes: true,
  select: byLambda,
}));

/** Lambda answers with 204, or 202 where it takes longer, and without a body. */
const byLambda = <Answer extends { readonly StatusCode?: number | undefined }>(answer: Answer): Answer => {
  if (answer.StatusCode !== 200) return answer;
  throw new UnexpectedResponseError(
    "deleteFunction: the answer is none of Lambda's, which has the status 204. Is there a proxy in between?",
    { operation: 'deleteFunction', status: 200 },
  );
};
