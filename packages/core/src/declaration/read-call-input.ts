import { NormalizedSchema } from '@smithy/core/schema';

import { encodeHeaders } from '../http/encode-headers.js';
import { httpMembersOf } from '../http/http-members.js';
import { isPrintableAscii } from '../http/check-header-text.js';
import { membersOf } from '../schema/structure.js';
import { checkValues } from './check-values.js';
import { type CommandType, schemaOf } from './command-type.js';
import { type DeclaredFunction, infoOf } from './info.js';
import { type InputReader, readInput, toMembers } from './read-input.js';

/** What is needed to read the input of a call. */
export interface CallReader<Input> extends InputReader<Input> {
  /** What it calls: texts that these send as headers are checked before the first of them sends anything. */
  readonly uses?: readonly DeclaredFunction[] | undefined;
}

/** Reads what a caller passed, and refuses what no request can hold. */
export const readCallInput = <Input>(reader: CallReader<Input>, value: unknown): Input => {
  const { name, input: type, key, parentKey, uses = [] } = reader;
  // Most inputs are an ID.
  if (typeof value !== 'string' || key === undefined || !value.isWellFormed())
    checkValues(name, toMembers(value, key, parentKey), type as never);
  const members = readInput(reader, value);
  if (uses.length > 0) checkHeaders(name, uses, members as Record<string, unknown>);
  return members;
};

/** A request checks its own headers; a function that makes several must not find out in the middle. */
const checkHeaders = (operation: string, uses: readonly DeclaredFunction[], members: Record<string, unknown>): void => {
  const { aws = {}, ...own } = members;
  const further = aws as Record<string, unknown>;
  const names = headerNamesOf(uses);
  const suspect = ([name, value]: readonly [string, unknown]): boolean =>
    names.has(name.toLowerCase()) && mayBeRefused(value);
  if (![...Object.entries(own), ...Object.entries(further)].some(suspect)) return;
  for (const command of commandsOf(uses)) {
    const schema = NormalizedSchema.of(schemaOf(command).input as never);
    const known = membersOf(schema);
    const renamed = Object.entries(own).map(([name, value]) => [known.get(name.toLowerCase())?.name ?? '', value]);
    const nameOf = (awsName: string): string =>
      awsName in further
        ? `aws.${awsName}`
        : (Object.keys(own).find((name) => name.toLowerCase() === awsName.toLowerCase()) ?? awsName);
    encodeHeaders(schema, { ...Object.fromEntries(renamed), ...further }, { operation, nameOf });
  }
};

/** Most inputs have nothing that a header could not hold, and what they are used for need not be looked up. */
const mayBeRefused = (value: unknown): boolean =>
  typeof value === 'string' ? !isPrintableAscii(value) : typeof value === 'object' && value !== null;

const headerNames = new WeakMap<readonly DeclaredFunction[], ReadonlySet<string>>();

/** The members that a function or those that it uses send as headers, in lower case. */
const headerNamesOf = (uses: readonly DeclaredFunction[]): ReadonlySet<string> => {
  const known = headerNames.get(uses);
  if (known) return known;
  const schemas = [...commandsOf(uses)].map((command) => NormalizedSchema.of(schemaOf(command).input as never));
  const found = new Set(schemas.flatMap((each) => httpMembersOf(each).headers.map(({ name }) => name.toLowerCase())));
  headerNames.set(uses, found);
  return found;
};

const cache = new WeakMap<readonly DeclaredFunction[], ReadonlySet<CommandType>>();

/** The commands that a function sends, by way of others too. */
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
