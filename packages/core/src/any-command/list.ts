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
 * Lists the items that any command of the AWS SDK returns page by page, in AWS's own words. The names of the members show how AWS pages:
 * `NextToken`, `Marker`, `LastEvaluatedKey` and similar names. A response that has more items but does not name the next page is an error,
 * never the end of the listing.
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
  // A listing uses the session of the place where it was created, not where it is read.
  const inContext = AsyncLocalStorage.snapshot();
  const command = anyCommand('list', Client, Command);
  return listingOf(command.name, (stop) => inContext(() => commandPages(command, input, options, stop)));
};
