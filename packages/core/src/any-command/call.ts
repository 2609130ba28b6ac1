import type { CommandInput, CommandType } from '../declaration/command-type.js';
import type { ClientType } from '../call/client-type.js';
import { anyCommand } from './any-command.js';
import { callCommand } from './call-command.js';
import type { CommandOptions } from './command-options.js';
import type { CommandResult } from './command-result.js';

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
): Promise<CommandResult<Command>> => {
  const command = anyCommand('call', Client, Command);
  return (await callCommand(command, input, options, { permissions: [] })) as CommandResult<Command>;
};
