import { type AwsInput, input, operation, type Operation, text, z } from '@arch/core/builder';
import { functionName, lambda, qualifier, statementId } from '@arch/services/lambda';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';

import { functionPermission, type FunctionPermission } from './function-permission.js';

export interface AddFunctionPermissionInput extends AwsInput {
  /** Its name or ARN. */
  readonly functionName: string;
  /** The version or alias that is allowed, and nothing else then. Default: the function without one. */
  readonly qualifier?: string | undefined;
  /** What the statement is known by within the policy. */
  readonly statementId: string;
  /** Who may: a service such as `apigateway.amazonaws.com`, or an account's ID or a role's ARN. */
  readonly principal: string;
  /** For what of a service, `*` and `?` are wildcards: without it and `sourceAccount`, anybody's API, bucket or rule may call the function. */
  readonly sourceArn?: string | undefined;
  /** The account whose it is, where the ARN does not say so: that of a bucket does not. */
  readonly sourceAccount?: string | undefined;
  /** Default `lambda:InvokeFunction`. */
  readonly action?: string | undefined;
}

const isService = (principal: string): boolean => principal.includes('.amazonaws.com');

/**
 * Adds a statement to a function's own policy, which lets a service or another account call it. A service has to be limited to what of it
 * may: `sourceArn`, `sourceAccount`. Within seconds it holds everywhere.
 *
 * @example
 * const sourceArn = 'arn:aws:events:eu-west-1:123456789012:rule/nightly';
 * await addFunctionPermission({ functionName, statementId: 'nightly', principal: 'events.amazonaws.com', sourceArn });
 * @throws {AlreadyExistsError} the policy has a statement of that ID.
 * @throws {NotFoundError} there is no such function, version or alias in this region.
 * @throws {QuotaExceededError} the policy would be over 20 KiB.
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
