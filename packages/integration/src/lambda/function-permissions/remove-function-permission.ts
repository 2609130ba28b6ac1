import { type AwsInput, input, noOutput, notFound, operation, type Operation, z } from '@arch/core/builder';
import { functionName, lambda, qualifier, statementId } from '@arch/services/lambda';
import { RemovePermissionCommand } from '@aws-sdk/client-lambda';

export interface RemoveFunctionPermissionInput extends AwsInput {
  /** Name or ARN of the function. */
  readonly functionName: string;
  /** Version or alias to which the statement applies. Default: the function without a qualifier. */
  readonly qualifier?: string | undefined;
  /** ID of the statement. */
  readonly statementId: string;
}

/**
 * Removes a statement from the resource policy of a function. The permission may remain in effect for some seconds.
 *
 * @example
 * await removeFunctionPermission({ functionName, statementId: 'nightly' });
 * @throws {NotFoundError} there is no such function in this region, or no such statement in its policy.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html
 */
export const removeFunctionPermission: Operation<RemoveFunctionPermissionInput, void, { on: 'functionName' }> =
  operation(() => ({
    name: 'removeFunctionPermission',
    service: lambda,
    command: RemovePermissionCommand,
    permissions: [{ action: 'lambda:RemovePermission', resources: ['function'] }],
    input: input<RemoveFunctionPermissionInput>({
      functionName: functionName(),
      qualifier: z.optional(qualifier()),
      statementId: statementId(),
    }),
    output: noOutput(),
    deletes: false,
    errors: { ResourceNotFoundException: notFound({ resource: 'statement', member: 'statementId' }) },
  }));
