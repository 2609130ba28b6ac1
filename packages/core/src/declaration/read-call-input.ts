import { encodeHeaders } from '../http/encode-headers.js';
import { httpMembersOf } from '../http/http-members.js';
import { isPrintableAscii } from '../http/check-header-text.js';
import { membersOf } from '../schema/structure.js';
import { checkValues } from './check-values.js';
import { type CommandType, requestSchemaOf } from './command-type.js';
import { type DeclaredFunction, infoOf } from './info.js';
import { type InputReader, readInput, toMembers } from './read-input.js';

/** The part of a declaration that is needed to read the input of a call. */
export interface CallReader<Input> extends InputReader<Input> {
  /** The functions that the call uses. Texts that they send as headers are checked before the first request. */
  readonly uses?: readonly DeclaredFunction[] | undefined;
}

/** Reads the input of a call. Throws `InvalidInputError` for values that no request can contain. */
export const readCallInput = <Input>(reader: CallReader<Input>, value: unknown): Input => {
  const { name, input: type, key, parentKey, uses = [] } = reader;
  // Fast path: most inputs are an ID.
  if (typeof value !== 'string' || key === undefined || !value.isWellFormed())
    checkValues(name, toMembers(value, key, parentKey), type as never);
  const members = readInput(reader, value);
  if (uses.length > 0) checkHeaders(name, uses, members as Record<string, unknown>);
  return members;
};

/** Checks all headers before the first of several requests, so that a task does not fail halfway. */
const checkHeaders = (operation: string, uses: readonly DeclaredFunction[], members: Record<string, unknown>): void => {
  const { aws = {}, ...own } = members;
  const further = aws as Record<string, unknown>;
  const names = headerNamesOf(uses);
  const suspect = ([name, value]: readonly [string, unknown]): boolean =>
    names.has(name.toLowerCase()) && mayBeRefused(value);
  if (![...Object.entries(own), ...Object.entries(further)].some(suspect)) return;
  for (const command of commandsOf(uses)) {
    const schema = requestSchemaOf(command);
    const known = membersOf(schema);
    const renamed = Object.entries(own).map(([name, value]) => [known.get(name.toLowerCase())?.name ?? '', value]);
    const nameOf = (awsName: string): string =>
      awsName in further
        ? `aws.${awsName}`
        : (Object.keys(own).find((name) => name.toLowerCase() === awsName.toLowerCase()) ?? awsName);
    encodeHeaders(schema, { ...Object.fromEntries(renamed), ...further }, { operation, nameOf });
  }
};

/** Most inputs contain only valid header text, which saves the look at the commands' schemas. */
const mayBeRefused = (value: unknown): boolean =>
  typeof value === 'string' ? !isPrintableAscii(value) : typeof value === 'object' && value !== null;

const headerNames = new WeakMap<readonly DeclaredFunction[], ReadonlySet<string>>();

/** The lower-case names of the members that these functions send as headers. */
const headerNamesOf = (uses: readonly DeclaredFunction[]): ReadonlySet<string> => {
  const known = headerNames.get(uses);
  if (known) return known;
  const schemas = [...commandsOf(uses)].map((command) => requestSchemaOf(command));
  const found = new Set(schemas.flatMap((each) => httpMembersOf(each).headers.map(({ name }) => name.toLowerCase())));
  headerNames.set(uses, found);
  return found;
};

const cache = new WeakMap<readonly DeclaredFunction[], ReadonlySet<CommandType>>();

/** The commands that these functions send, directly or through other functions. */
const commandsOf = (uses: readonly DeclaredFunction[]): ReadonlySet<CommandType> => {
  const known = cache.get(uses);
  if (known) return known;
  const found = new Set(uses.flatMap((each) => [...commandsIn(each)]));
  cache.set(uses, found);
  return found;
};

const commandsIn = (used: DeclaredFunction): Iterable<CommandType> => {
  const { command, uses } = (infoOf(used)?.declaration ?? {}) as {
    readonly command?: CommandType;
    readonly uses?: readonly DeclaredFunction[];
  };
  return command ? [command] : commandsOf(uses ?? []);
};
