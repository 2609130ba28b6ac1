import { AccessDeniedError } from '../errors/access-denied-error.js';
import { ArchError } from '../errors/arch-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { CallOptions } from '../declaration/call-options.js';
import { schemaOf } from '../declaration/command-type.js';
import { infoOf } from '../declaration/info.js';
import type { AnyOperation } from '../declaration/any-operation.js';
import type { Operation } from '../define/operation.js';
import { toMembers } from '../declaration/read-input.js';
import { dryRun } from '../declaration/to-request.js';
import { membersOf } from '../schema/structure.js';
import type { PermissionCheck } from './permission-check.js';

/**
 * Checks whether AWS would allow a call, without making it. Uses EC2's DryRun if the operation has it, otherwise IAM's policy simulation for
 * the credentials in use, which requires `iam:SimulatePrincipalPolicy`. A denial is a result; all other errors are thrown.
 *
 * @example
 * const check = await checkPermission(terminateInstance, 'i-0123456789abcdef0');
 * if (!check.allowed) console.log(check.missing, check.reason);
 */
export const checkPermission = async <Input>(
  operation: Operation<Input, unknown>,
  input: Input,
  options: CallOptions = {},
): Promise<PermissionCheck> => {
  const info = infoOf(operation);
  if (!info)
    throw new InvalidInputError('checkPermission: pass a function of an @arch package, such as startInstance.');
  const declaration = info.declaration as AnyOperation;
  if (info.kind !== 'operation' || !membersOf(schemaOf(declaration.command).input).has('dryrun')) {
    const { simulatePermission } = await import('./simulate-permission.js');
    return simulatePermission(operation.permissions, options);
  }
  try {
    await operation(asDryRun(declaration, input) as Input, { ...options, batch: false });
    return { allowed: true };
  } catch (error) {
    return readDryRun(error);
  }
};

const asDryRun = ({ key, parentKey }: AnyOperation, input: unknown): unknown => {
  const members = toMembers(input, key, parentKey);
  // The call itself throws for input that is not an object.
  if (typeof members !== 'object' || members === null) return members;
  return { ...members, aws: { ...(members as { readonly aws?: object }).aws, DryRun: dryRun } };
};

const readDryRun = (error: unknown): PermissionCheck => {
  if (error instanceof AccessDeniedError) {
    return { allowed: false, missing: error.action === undefined ? [] : [error.action], reason: error.message };
  }
  // "Request would have succeeded, but DryRun flag is set": AWS reports a permitted call as an error.
  if (error instanceof ArchError && error.code === 'DryRunOperation') return { allowed: true };
  throw error;
};
