import { AsyncLocalStorage } from 'node:async_hooks';

import type { Listing } from '../listing/listing.js';
import { listingOf } from '../listing/listing-of.js';
import type { CommandInput, CommandType } from '../declaration/command-type.js';
import type { ClientType } from '../call/client-type.js';
import { anyCommand } from './any-command.js';
import type { CommandItem, CommandLists } from './command-lists.js';
import type { CommandListOptions } from './command-options.js';
import { commandPages } from './command-pages.js';

/**
 * Lists what any command of the AWS SDK returns page by page, in AWS's own words. How AWS pages is read from the names of the members:
 * `NextToken`, `Marker`, `LastEvaluatedKey` and the like. A response that says that there are more items without naming the next page is an
 * error, never the end of the listing.
 *
 * @example
 * for await (const { KeyId } of list(KMSClient, ListKeysCommand, {})) console.log(KeyId);
 * @throws {UnexpectedResponseError} there are more items, and the response does not name the next page.
 */
export const list = <Command extends CommandType, const List extends CommandLists<Command> = CommandLists<Command>>(
  Client: ClientType<unknown>,
  Command: Command,
  input: CommandInput<Command>,
  options: CommandListOptions<List> = {},
): Listing<CommandItem<Command, List>> => {
  // A listing belongs to the session within which it is made, wherever it is read.
  const within = AsyncLocalStorage.snapshot();
  const command = anyCommand('list', Client, Command);
  return listingOf(command.name, (stop) => within(() => commandPages(command, input, options, stop)));
};
