import { type CommandInput, type CommandType, schemaOf } from '../operation/command-type.js';
import type { PermissionSpec } from '../operation/permission.js';
import { run } from '../operation/run.js';
import { statementFor } from '../operation/statement-for.js';
import { membersOf } from '../schema/structure.js';
import type { ClientType } from '../session/client-type.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import { type AnyCommand, anyCommand, checkService } from './any-command.js';
import { checkCommandOptions, type CommandOptions } from './command-options.js';
import type { CommandResult } from './command-result.js';
import { effectOfCommand } from './effect-of-command.js';
import { readCommandInput } from './read-command-input.js';
import { sendAnyCommand } from './send-any-command.js';

/**
 * Sends any command of the AWS SDK, in AWS's own words: members, types and documentation are the SDK's. Session, deadline, retries, events,
 * cancellation and errors are those of every function of this library. A member that AWS's request does not have is refused before
 * anything is sent.
 *
 * After a lost response the request is repeated only where that does no harm, as far as AWS's verb and idempotency token tell; `repeatable`
 * says otherwise.
 *
 * @example
 * const { KeyMetadata } = await call(KMSClient, CreateKeyCommand, { Description: 'orders' });
 * @throws {InvalidInputError} the command is of another service than the client, or a member does not exist.
 */
export const call = async <Command extends CommandType>(
  Client: ClientType<unknown>,
  Command: Command,
  input: CommandInput<Command>,
  options: CommandOptions = {},
): Promise<CommandResult<Command>> =>
  (await callCommand(anyCommand('call', Client, Command), input, options, {
    permissions: [],
  })) as CommandResult<Command>;

/** What is known of a command by itself. */
interface CommandFacts {
  readonly permissions: readonly PermissionSpec[];
  readonly repeatable?: boolean | undefined;
}

/** The same for a command of which more is known. */
export const callCommand = async (
  it: AnyCommand,
  value: unknown,
  options: CommandOptions,
  { permissions, repeatable }: CommandFacts,
): Promise<unknown> => {
  const { name, service, command } = it;
  checkCommandOptions(name, options);
  const input = readCommandInput(it, value);
  const session = internalsOf(sessionFor(options));
  checkService(it, session);
  const answer = await run(
    {
      name,
      session,
      options,
      timeoutMs: session.limits.callMs,
      effect: effectOfCommand(command, options.repeatable ?? repeatable),
      failed: { operation: name, input, tables: [], statementFor: statementFor(service, permissions) },
    },
    (call) => sendAnyCommand(it, input, session, call),
  );
  return resultOf(command, answer as object);
};

const resultOf = (command: CommandType, answer: object): unknown =>
  membersOf(schemaOf(command).output).size === 0
    ? undefined
    : Object.defineProperty(answer, '$metadata', { enumerable: false });
