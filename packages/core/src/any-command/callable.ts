import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { CommandInput, CommandType } from '../declaration/command-type.js';
import { declared, type DeclaredFunction } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import { type PermissionSpec, toPermission } from '../declaration/permission.js';
import type { ClientType } from '../call/client-type.js';
import { anyCommand } from './any-command.js';
import { callCommand } from './call-command.js';
import type { CommandOptions } from './command-options.js';
import type { CommandResult } from './command-result.js';

/** A function that sends one command of the AWS SDK. */
export interface CommandFunction<Command extends CommandType> extends DeclaredFunction {
  (input: CommandInput<Command>, options?: CommandOptions): Promise<CommandResult<Command>>;
}

/** The settings that the schema of a command does not contain. */
export interface CallableSettings {
  /**
   * The IAM actions that a call needs, e.g. `['kms:CreateKey']`, or `[]` for none. AWS lists them in the
   * [Service Authorization Reference](https://docs.aws.amazon.com/service-authorization/latest/reference/); one in ten differs from the name
   * of the operation (`ListBuckets` needs `s3:ListAllMyBuckets`), so they are not derived from it. `resources` are ARNs.
   */
  readonly permissions: readonly PermissionSpec[];
  /** As the option of `call`, for every call. */
  readonly repeatable?: boolean | undefined;
}

/**
 * Makes a function from a command of the AWS SDK whose permissions are known, for `policyFor` and for the `uses` of a task. It works as `call`
 * does. An error about a denied call names the statement to add.
 *
 * @example
 * const createKey = callable(KMSClient, CreateKeyCommand, { permissions: ['kms:CreateKey'] });
 * await createKey({ Description: 'orders' });
 * console.log(JSON.stringify(policyFor(createKey)));
 */
export const callable = <Command extends CommandType>(
  Client: ClientType<unknown>,
  Command: Command,
  settings: CallableSettings,
): CommandFunction<Command> => {
  checkPermissions(settings);
  const { permissions, repeatable } = settings;
  const declaration = once(() => ({ ...anyCommand('callable', Client, Command), permissions }));
  const send = async (input: CommandInput<Command>, options: CommandOptions = {}): Promise<CommandResult<Command>> => {
    return (await callCommand(declaration(), input, options, { permissions, repeatable })) as CommandResult<Command>;
  };
  return declared(send, 'command', declaration);
};

const checkPermissions = (settings: Partial<CallableSettings> | undefined): void => {
  const problem = problemOf(settings?.permissions);
  if (problem !== undefined) throw new InvalidInputError(`callable: ${problem}`, { operation: 'callable' });
};

const problemOf = (permissions: unknown): string | undefined => {
  if (!Array.isArray(permissions)) return "permissions is required, e.g. { permissions: ['kms:CreateKey'] }.";
  for (const each of permissions as readonly PermissionSpec[]) {
    const { action, resources = [] } = toPermission(each);
    if (!/^[a-z][a-z0-9-]*:[A-Za-z0-9]+$/.test(action))
      return `${JSON.stringify(action)} in permissions is not an IAM action. Write it as 'kms:CreateKey'.`;
    const unusable = resources.find((resource) => resource !== '*' && !resource.startsWith('arn:'));
    if (unusable !== undefined)
      return `${JSON.stringify(unusable)} in the resources of ${action} is not an ARN. Write it as 'arn:aws:kms:*:*:key/*'.`;
  }
  return undefined;
};
