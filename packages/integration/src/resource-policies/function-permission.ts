import { AlreadyExistsError } from '@arch/core';
import {
  alreadyExists,
  conflict,
  input,
  noOutput,
  operation,
  type Operation,
  whenMessage,
  z,
} from '@arch/core/builder';
import { lambda } from '@arch/services/lambda';
import { AddPermissionCommand, RemovePermissionCommand } from '@aws-sdk/client-lambda';

import { type Grant, type Keep, type PermitContext, statementId, stillPermitsText } from './policy.js';

/** A statement of a function's resource policy. */
interface Requested {
  readonly functionName: string;
  readonly statementId: string;
  readonly principal: string;
  readonly sourceArn: string;
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
export const addFunctionPermission: Operation<Requested, void> = operation(() => ({
  service: lambda,
  command: AddPermissionCommand,
  repeatable: 'refused',
  permissions: [{ action: 'lambda:AddPermission', resources: ['function'], when: 'a Lambda function is invoked' }],
  input: input<Requested>({
    functionName: z.string(),
    statementId: z.string(),
    principal: z.string(),
    sourceArn: z.string(),
  }),
  output: noOutput(),
  request: ({ functionName, statementId, principal }) => ({
    FunctionName: functionName,
    StatementId: statementId,
    Principal: principal,
    Action: 'lambda:InvokeFunction',
  }),
  errors: {
    ResourceConflictException: [
      whenMessage(/already exists/, alreadyExists({ resource: 'statement', member: 'statementId' })),
      conflict({
        resource: 'function',
        member: 'functionName',
        remedy: 'Another request is changing it: repeat the call later.',
      }),
    ],
  },
}));

/** https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html */
export const removeFunctionPermission: Operation<Pick<Requested, 'functionName' | 'statementId'>, void> = operation(
  () => ({
    service: lambda,
    command: RemovePermissionCommand,
    permissions: [
      { action: 'lambda:RemovePermission', resources: ['function'], when: 'a permission is removed after a failure' },
    ],
    input: input<Pick<Requested, 'functionName' | 'statementId'>>({
      functionName: z.string(),
      statementId: z.string(),
    }),
    output: noOutput(),
    deletes: false,
  }),
);

/** Allows a service to invoke a function, unless the function's policy already allows it. */
export const permitFunction = async (
  grant: Grant,
  { options, undo, making }: PermitContext,
): Promise<Keep | undefined> => {
  const statement = { functionName: grant.resourceArn, statementId: statementId(grant) };
  try {
    const { service: principal, sourceArn } = grant;
    const added = addFunctionPermission({ ...statement, principal, sourceArn }, options);
    await making(`the policy of ${grant.resourceArn} may allow ${principal} to use it`, added);
  } catch (error) {
    // The ID is a hash of the statement, so an existing statement with this ID is equal.
    if (error instanceof AlreadyExistsError) return undefined;
    throw error;
  }
  return undo(stillPermitsText(grant), (own) => removeFunctionPermission(statement, own));
};
