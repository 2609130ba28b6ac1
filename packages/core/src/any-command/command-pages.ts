import { InvalidInputError } from '../errors/invalid-input-error.js';
import { fetchPages } from '../define/fetch-pages.js';
import type { FetchPage, PageToken } from '../listing/page.js';
import { type Paging, valueAt } from '../listing/paging.js';
import { type CommandType, schemaOf } from '../declaration/command-type.js';
import { statementFor } from '../declaration/statement-for.js';
import { asIs } from '../schema/as-is.js';
import { membersOf } from '../schema/structure.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import { type AnyCommand, checkService } from './any-command.js';
import { checkCommandOptions, type CommandListOptions } from './command-options.js';
import { effectOfCommand } from './effect-of-command.js';
import { chooseList } from './lists-of-command.js';
import { pagingOfCommand } from './paging-of-command.js';
import { readCommandInput } from './read-command-input.js';
import { sendAnyCommand } from './send-any-command.js';

/** The pages of a command's responses. */
export const commandPages = (
  it: AnyCommand,
  value: unknown,
  options: CommandListOptions<string>,
  stop: AbortSignal,
): FetchPage => {
  const { name, service, command } = it;
  checkCommandOptions(name, options, ['items']);
  const input = readCommandInput(it, value);
  const path = chooseList(name, command, options.items);
  const paging = knownPaging(name, command);
  const session = internalsOf(sessionFor(options));
  checkService(it, session);
  return fetchPages(
    {
      name,
      session,
      paging,
      failed: { operation: name, input, tables: [], statementFor: statementFor(service, []) },
      effect: effectOfCommand(command, options.repeatable),
      item: asIs<unknown>(),
      items: (response) => valueAt(response, path) as readonly unknown[] | undefined,
      send: (call, token) => sendAnyCommand(it, atPage(paging, input, token), session, call),
    },
    options,
    stop,
  );
};

/** The input for a page: its tokens replace the tokens of the previous page. */
const atPage = (
  { tokens }: Paging,
  input: Readonly<Record<string, unknown>>,
  next: PageToken | undefined,
): Record<string, unknown> => {
  if (next === undefined) return input;
  const others = Object.entries(input).filter(([name]) => !tokens.some(({ token }) => token === name));
  return { ...Object.fromEntries(others), ...next };
};

/** Rejects an operation whose responses name the next page in an unknown way. */
const knownPaging = (name: string, command: CommandType): Paging => {
  const paging = pagingOfCommand(command);
  const members = [...membersOf(schemaOf(command).output).values()].map((member) => member.name);
  const unknown = members.filter((member) => /^next\w*(?:token|marker)$/i.test(member));
  if (paging.tokens.length > 0 || unknown.length === 0) return paging;
  throw new InvalidInputError(
    `${name}: list does not know which member of the request takes ${unknown.join(' or ')}. ` +
      'Send the command with call(), and request the next page yourself.',
    { operation: name },
  );
};
