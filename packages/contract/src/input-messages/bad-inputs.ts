import { withAt } from '../leaves.js';
import { badValues } from './bad-values.js';
import { definitionOf, type Type } from './definition.js';
import { plausibleValues, type Pool } from './plausible-values.js';

/** Inputs that may be wrong: wrong values at every place, and combinations of good members that exclude each other. */
export const badInputs = (type: Type, members: object, pool: Pool): readonly unknown[] => [
  ...badValues(type, pool).map(({ path, value }) =>
    value === undefined ? without(members, path) : withAt(members, path, value),
  ),
  ...combinations(type, members, pool),
];

const without = (input: unknown, [step = '', ...rest]: readonly string[]): unknown => {
  if (rest.length > 0)
    return withAt(input, [step], without((input as Record<string, unknown> | undefined)?.[step] ?? {}, rest));
  return Object.fromEntries(Object.entries(input as object).filter(([name]) => name !== step));
};

/** The good input without one member, and with one or two further ones. */
const combinations = (type: Type, members: object, pool: Pool): readonly object[] => {
  const { shape, options } = definitionOf(type);
  if (options) return options.flatMap((option) => combinations(option, members, pool));
  const more = Object.entries(shape ?? {}).flatMap(([name, member]) =>
    name === 'aws' ? [] : plausibleValues(member, pool, name).map((value) => ({ [name]: value })),
  );
  const fewer = Object.keys(members).map((name) => without(members, [name]) as object);
  const single = [members, ...fewer].flatMap((base) => more.map((each) => ({ ...base, ...each })));
  const pairs = more.flatMap((one, index) => more.slice(index + 1).map((other) => ({ ...members, ...one, ...other })));
  return [...fewer, ...single, ...pairs];
};
