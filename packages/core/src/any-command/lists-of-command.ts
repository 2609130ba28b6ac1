import { InvalidInputError } from '../errors/invalid-input-error.js';
import { type CommandType, schemaOf } from '../declaration/command-type.js';
import { membersOf } from '../schema/structure.js';
import { nearestNames } from '../schema/nearest-names.js';

/** The lists of a response by their names; where it has none, those of its structures, e.g. `DistributionList.Items`. */
export const listsOfCommand = (command: CommandType): readonly string[] => {
  const { output } = schemaOf(command);
  const own = listsIn(output);
  if (own.length > 0) return own;
  return [...membersOf(output).values()].flatMap(({ name, schema }) =>
    listsIn(schema).map((list) => `${name}.${list}`),
  );
};

const listsIn = (structure: Parameters<typeof membersOf>[0]): readonly string[] =>
  [...membersOf(structure).values()].flatMap(({ name, schema }) => (schema.isListSchema() ? name : []));

/** The list whose items a listing has: the one that the caller names, or the only one. */
export const chooseList = (name: string, command: CommandType, items: unknown): string => {
  const lists = listsOfCommand(command);
  if (typeof items === 'string' && lists.includes(items)) return items;
  const [only] = lists;
  if (items === undefined && only !== undefined && lists.length === 1) return only;
  throw new InvalidInputError(`${name}: ${problemOf(lists, items)}`, { operation: name });
};

const problemOf = (lists: readonly string[], items: unknown): string => {
  const [first] = lists;
  if (first === undefined) return 'the response has no list. Send the command with call().';
  if (items === undefined)
    return `the response has several lists: ${lists.join(', ')}. Name one, e.g. { items: '${first}' }.`;
  const near = nearestNames(String(items), lists);
  const advice = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `The response has ${lists.join(', ')}.`;
  return `items is ${JSON.stringify(items)}, which is not a list of the response. ${advice}`;
};
