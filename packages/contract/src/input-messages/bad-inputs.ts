import { withAt } from '../leaves.js';
import { badValues } from './bad-values.js';
import { definitionOf, type Type } from './definition.js';
import { plausibleValues, type Pool } from './plausible-values.js';

/** Returns inputs that may be wrong: wrong values at every place, and combinations of valid members that exclude each other. */
export const badInputs = (type: Type, members: object, pool: Pool): readonly unknown[] => [
  ...badValues(type, pool).map(({ path, value }) => {
    const base = completed(type, members, { path, pool });
    return value === undefined ? without(base, path) : withAt(base, path, value);
  }),
  ...combinations(type, members, pool),
];

/** Returns the valid input with a valid value for the member that contains the place, so that only this place is wrong. */
const completed = (
  type: Type,
  members: object,
  { path, pool }: { readonly path: readonly string[]; readonly pool: Pool },
): object => {
  const [name = '', step] = path;
  const member = definitionOf(type).shape?.[name];
  if (step === undefined || member === undefined || name in members) return members;
  const values = plausibleValues(member, pool, name).filter((value) => typeof value === 'object');
  const value = values.find((each) => step in (each as object)) ?? values[0];
  return value === undefined ? members : { ...members, [name]: value };
};

const without = (input: unknown, [step = '', ...rest]: readonly string[]): unknown => {
  if (rest.length > 0)
    return withAt(input, [step], without((input as Record<string, unknown> | undefined)?.[step] ?? {}, rest));
  // A plain string may stand for an object, and has no members.
  if (typeof input !== 'object') return {};
  return Object.fromEntries(Object.entries(input as object).filter(([name]) => name !== step));
};

/** Returns the valid input without one member, and with one or two additional members. */
const combinations = (type: Type, members: object, pool: Pool): readonly object[] => {
  const { shape, options, checks = [] } = definitionOf(type);
  if (options) return options.flatMap((option) => combinations(option, members, pool));
  const more = Object.entries(shape ?? {}).flatMap(([name, member]) =>
    name === 'aws' ? [] : [plausibleValues(member, pool, name).map((value): object => ({ [name]: value }))],
  );
  const fewer = Object.keys(members).map((name) => without(members, [name]) as object);
  const single = [members, ...fewer].flatMap((base) => more.flat().map((each) => ({ ...base, ...each })));
  // Without checks of the whole input, members do not exclude each other.
  const firsts = checks.length === 0 ? [] : more.flatMap(([first]) => first ?? []);
  const pairs = firsts.flatMap((one, index) =>
    firsts.slice(index + 1).map((other) => ({ ...members, ...one, ...other })),
  );
  return [...fewer, ...single, ...pairs];
};
