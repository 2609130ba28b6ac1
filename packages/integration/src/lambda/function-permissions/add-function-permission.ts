import { type AwsInput, input, operation, type Operation, text, z } from '@arch/core/builder';
import { functionName, lambda, qualifier, statementId } from '@arch/services/lambda';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';

import { functionPermission, type FunctionPermission } from './function-permission.js';

export interface AddFunctionPermissionInput extends AwsInput {
  /** Name or ARN of the function. */
  readonly functionName: string;
  /** Version or alias to which the statement applies. Default: the function without a qualifier. */
  readonly qualifier?: string | undefined;
  /** ID of the statement, unique within the policy, 1–100 letters, digits, `-` and `_`. */
  readonly statementId: string;
  /** Principal that gets the permission: a service such as `apigateway.amazonaws.com`, the ID of an account, or the ARN of a role. */
  readonly principal: string;
  /**
   * ARN of the API, bucket, rule or other resource on whose behalf a service can invoke the function. `*` and `?` are wildcards. A service
   * requires this or `sourceAccount`; otherwise the resources of all accounts could invoke the function.
   */
  readonly sourceArn?: string | undefined;
  /** ID of the account that owns the resource, if `sourceArn` does not contain it, e.g. for a bucket. */
  readonly sourceAccount?: string | undefined;
  /** IAM action that is allowed. Default: `lambda:InvokeFunction`. */
  readonly action?: string | undefined;
}

const isService = (principal: string): boolean => principal.includes('.amazonaws.com');

/**
 * Adds a statement to the resource policy of a function, which allows a service or another account to invoke it. The permission of a service
 * must be limited by `sourceArn` or `sourceAccount`. The change takes some seconds.
 *
 * @example
 * const sourceArn = 'arn:aws:events:eu-west-1:123456789012:rule/nightly';
 * await addFunctionPermission({ functionName, statementId: 'nightly', principal: 'events.amazonaws.com', sourceArn });
 * @throws {AlreadyExistsError} the policy has a statement with this ID.
 * @throws {NotFoundError} there is no such function, version or alias in this region.
 * @throws {QuotaExceededError} the policy would be larger than 20 KiB.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export const addFunctionPermission: Operation<AddFunctionPermissionInput, FunctionPermission, { on: 'functionName' }> =
  operation(() => ({
    name: 'addFunctionPermission',
    service: lambda,
    command: AddPermissionCommand,
    repeatable: 'refused',
    permissions: [{ action: 'lambda:AddPermission', resources: ['function'] }],
    input: input<AddFunctionPermissionInput>({
      functionName: functionName(),
      qualifier: z.optional(qualifier()),
      statementId: statementId(),
      principal: z
        .string()
        .check(z.regex(/^[^\s*]{1,256}$/, 'a service, an account or a role, and not *, which allows everyone')),
      sourceArn: z.optional(z.string().check(z.regex(/^arn:\S+$/, 'an ARN, in which * and ? are wildcards'))),
      sourceAccount: z.optional(z.string().check(z.regex(/^\d{12}$/, 'an account ID of 12 digits'))),
      action: z.optional(text(1, 256)),
    }).check(
      z.refine(
        ({ principal, sourceArn, sourceAccount }) =>
          !isService(principal) || (sourceArn ?? sourceAccount) !== undefined,
        {
          path: ['principal'],
          error: 'requires sourceArn or sourceAccount: otherwise the service can act for any account',
        },
      ),
    ),
    output: functionPermission(),
    request: ({ functionName, statementId, principal, action = 'lambda:InvokeFunction' }) => ({
      FunctionName: functionName,
      StatementId: statementId,
      Principal: principal,
      Action: action,
    }),
  }));
