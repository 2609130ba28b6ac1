import { UnexpectedResponseError } from '@arch/core';
import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { lambda, qualifiedFunctionName } from '@arch/services/lambda';
import { DeleteFunctionCommand } from '@aws-sdk/client-lambda';

export interface DeleteFunctionInput extends AwsInput {
  /** Name or ARN of the function. */
  readonly functionName: string;
  /** Number of a version: deletes only this version, which no alias may use. Default: deletes the function with all versions. */
  readonly qualifier?: string | undefined;
}

/**
 * Deletes a function with all its versions and aliases, or only one version. Event source mappings, rules and notifications that invoke the
 * function, and its log group, are not deleted.
 *
 * @example
 * await deleteFunction('hello');
 * @throws {NotFoundError} there is no such function in this region.
 * @throws {ConflictError} another change of the function is in progress, or an alias uses the version.
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
  select: checkLambdaStatus,
}));

/** Lambda responds with status 204, or 202 if the deletion takes longer, and without a body. */
const checkLambdaStatus = <Response extends { readonly StatusCode?: number | undefined }>(
  response: Response,
): Response => {
  if (response.StatusCode !== 200) return response;
  throw new UnexpectedResponseError(
    'deleteFunction: the response is not from Lambda: its status is 200 instead of 204. Check for a proxy between this machine and AWS.',
    { operation: 'deleteFunction', status: 200 },
  );
};
