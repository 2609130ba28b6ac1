import { definitionOf, isAccepted, type Type } from './definition.js';
import { plausibleValues, type Pool } from './plausible-values.js';

/** A value at a path of an input. `undefined`: the member is omitted. */
export interface Placed {
  readonly path: readonly string[];
  readonly value: unknown;
}

type Path = readonly string[];

const strings = [5, '', 'ß?', 'x'.repeat(6_000)];
const numbers = ['x', Number.NaN, -1, 0, 1.5, 1e12];
const any = [5, '', {}, []];

/** Wrong values by zod's name of the type. */
const byType: Readonly<Record<string, readonly unknown[]>> = {
  string: strings,
  number: numbers,
  int: numbers,
  boolean: ['yes'],
  date: ['2026-01-01'],
  literal: ['other'],
  custom: any,
  transform: any,
  pipe: any,
};

/** Returns wrong values for a type and for every type inside it, each with its path. */
export const badValues = (type: Type, pool: Pool, path: Path = []): readonly Placed[] => {
  const definition = definitionOf(type);
  const { type: kind, innerType, options, shape, element, valueType, entries } = definition;
  const at = (values: readonly unknown[]): readonly Placed[] => values.map((value) => ({ path, value }));
  if (kind === 'optional' || kind === 'nullable') return badValues(innerType!, pool, path);
  if (kind === 'union')
    return [...at([5, 'x', {}, true, []]), ...options!.flatMap((option) => badValues(option, pool, path))];
  if (kind === 'enum') return at([5, ...nearMisses(Object.values(entries!)), 'other']);
  if (kind === 'array')
    return [...at(['x', 5, [], ...long(element!, pool)]), ...badValues(element!, pool, [...path, '0'])];
  if (kind === 'record') return [...at([5, [], many(1_001)]), ...badValues(valueType!, pool, [...path, 'k'])];
  if (kind === 'object') {
    const missing = Object.entries(shape!)
      .filter(([, member]) => !isAccepted(member, undefined))
      .map(([name]) => ({ path: [...path, name], value: undefined }));
    const inside = Object.entries(shape!).flatMap(([name, member]) =>
      name === 'aws' && path.length === 0 ? [] : badValues(member, pool, [...path, name]),
    );
    return [...(path.length > 0 ? at([5, 'x', []]) : []), ...missing, ...inside];
  }
  return at(byType[kind] ?? []);
};

/** Returns the first value without one of its letters. */
const nearMisses = ([first = '']: readonly string[]): readonly string[] =>
  first.length > 3 ? [`${first.slice(0, 2)}${first.slice(3)}`] : [];

const long = (element: Type, pool: Pool): readonly unknown[] => {
  const [value] = plausibleValues(element, pool);
  return value === undefined ? [] : [Array.from({ length: 2_000 }, () => value), [value, value]];
};

const many = (count: number): unknown =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'x']));
