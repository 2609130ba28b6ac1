import type { NormalizedSchema } from '@smithy/core/schema';

import type { Paging } from '../listing/paging.js';
import { type CommandType, schemaOf } from '../declaration/command-type.js';
import { type Member, membersOf } from '../schema/structure.js';

const known = new WeakMap<CommandType, Paging>();

/**
 * How AWS pages an operation, by the names of its members: the SDK's schemas do not say it otherwise. A member of the request that ends in
 * `token` or `marker` takes the response's member of that name, or of that name with `Next` before it. Tokens of other kinds have names of
 * their own: `ExclusiveStartKey` takes `LastEvaluatedKey`. A test compares the rule with the SDK's paginators.
 */
export const pagingOfCommand = (command: CommandType): Paging => {
  let paging = known.get(command);
  if (!paging) known.set(command, (paging = find(command)));
  return paging;
};

const find = (command: CommandType): Paging => {
  const { input, output } = schemaOf(command);
  const places = placesOf([...membersOf(output).values()]);
  const found = places.map((place) => pagingIn([...membersOf(input).values()], place));
  return (
    found.find(({ tokens }) => tokens.length > 0) ?? found.find(({ more }) => more !== undefined) ?? { tokens: [] }
  );
};

/** Members of a response, or of one of its structures. */
interface Place {
  readonly prefix: string;
  readonly members: readonly Member[];
}

const placesOf = (members: readonly Member[]): readonly Place[] => [
  { prefix: '', members },
  ...members
    .filter(({ schema }) => schema.isStructSchema())
    .map(({ name, schema }) => ({ prefix: `${name}.`, members: [...membersOf(schema).values()] })),
];

const pagingIn = (request: readonly Member[], { prefix, members }: Place): Paging => {
  const more = members.find(({ name, schema }) => schema.isBooleanSchema() && saysMore.test(name))?.name;
  const find = (names: readonly string[]): string | undefined =>
    names.map((name) => members.find((member) => sameName(member.name, name))?.name).find((name) => name !== undefined);
  const tokens = request.flatMap(({ name, schema }) => {
    const next = find(namesOfNext(name, schema, more !== undefined));
    return next === undefined ? [] : [{ token: name, next: prefix + next }];
  });
  return { tokens, more: more && prefix + more };
};

/** Members by which responses say whether there are more items. */
const saysMore = /^(?:is)?truncated$|^has_?more/i;

const isToken = /(?:token|marker)$|^position$/i;
/** Tokens that are not of pages. */
const isOtherToken = /(?:client|request|session|idempotency)\w*token$/i;

/** The names under which a response may have what a member of the request takes. */
const namesOfNext = (name: string, schema: NormalizedSchema, hasMore: boolean): readonly string[] => {
  if (name.startsWith('ExclusiveStart')) return [name.replace('ExclusiveStart', 'LastEvaluated')];
  // A response often repeats the token of the request under its name: that of the next page comes first.
  if (isToken.test(name)) return isOtherToken.test(name) || schema.isIdempotencyToken() ? [] : [`Next${name}`, name];
  // Route 53: StartRecordName takes NextRecordName, and DNSName takes NextDNSName.
  return hasMore ? [`Next${name}`, `Next${name.replace(/^Start/, '')}`] : [];
};

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
