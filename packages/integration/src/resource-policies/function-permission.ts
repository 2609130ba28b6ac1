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

import { type Grant, type Keep, type Permitting, statementId, stillPermits } from './policy.js';

/** A statement of a function's policy. */
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
  permissions: [{ action: 'lambda:AddPermission', resources: ['function'], when: 'a Lambda function is called' }],
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
      conflict({ resource: 'function', member: 'functionName', remedy: 'It is being changed: try again.' }),
    ],
  },
}));

/** https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html */
export const removeFunctionPermission: Operation<Pick<Requested, 'functionName' | 'statementId'>, void> = operation(
  () => ({
    service: lambda,
    command: RemovePermissionCommand,
    permissions: [
      { action: 'lambda:RemovePermission', resources: ['function'], when: 'a permission has to be taken back' },
    ],
    input: input<Pick<Requested, 'functionName' | 'statementId'>>({
      functionName: z.string(),
      statementId: z.string(),
    }),
    output: noOutput(),
    deletes: false,
  }),
);

/** Lets a service call a function, unless it may already. */
export const permitFunction = async (
  grant: Grant,
  { options, undo, making }: Permitting,
): Promise<Keep | undefined> => {
  const statement = { functionName: grant.resourceArn, statementId: statementId(grant) };
  try {
    const { service: principal, sourceArn } = grant;
    const added = addFunctionPermission({ ...statement, principal, sourceArn }, options);
    await making(`the policy of ${grant.resourceArn} may let ${principal} use it`, added);
  } catch (error) {
    // The ID is made of what the statement says: one of the same ID says the same.
    if (error instanceof AlreadyExistsError) return undefined;
    throw error;
  }
  return undo(stillPermits(grant), (own) => removeFunctionPermission(statement, own));
};
