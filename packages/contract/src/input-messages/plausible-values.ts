import { definitionOf, isAccepted, type Type } from './definition.js';

/** Valid values by the name of their member, from the samples. */
export type Pool = ReadonlyMap<string, readonly unknown[]>;

/** Returns all values inside valid inputs, by the name of their member. */
export const poolOf = (inputs: readonly unknown[]): Pool => {
  const pool = new Map<string, unknown[]>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || value instanceof Date) return;
    for (const [name, inner] of Object.entries(value)) {
      const known = pool.get(name) ?? [];
      pool.set(name, [...known, inner]);
      collect(inner);
    }
  };
  for (const input of inputs) collect(input);
  return pool;
};

const generic: Readonly<Record<string, readonly unknown[]>> = {
  string: ['abc', 'a', 'abcdefgh', '1', '10.0.0.0/16', '2026-11-01', 'arn:aws:iam::123456789012:role/service/deploy'],
  number: [1, 10, 100, 1_000, 0, 3_600],
  int: [1, 10, 100, 1_000, 0, 3_600],
  boolean: [true, false],
  date: [new Date('2030-01-01')],
  custom: [{ a: 'b' }, 'abc', new Uint8Array(3), () => undefined],
  unknown: [{ a: 1 }],
};

/** Returns up to three values that a type accepts. The list is empty if the generator finds no value. */
export const plausibleValues = (type: Type, pool: Pool, name = ''): readonly unknown[] => {
  const found = [...candidates(type, pool, name)].filter((value) => value !== undefined && isAccepted(type, value));
  return found.slice(0, 3);
};

const candidates = (type: Type, pool: Pool, name: string): readonly unknown[] => {
  const { type: kind, innerType, options, shape, element, valueType, entries, values } = definitionOf(type);
  const known = pool.get(name) ?? [];
  if (innerType) return candidates(innerType, pool, name);
  if (options) return [...options.flatMap((option) => plausibleValues(option, pool, name).slice(0, 1)), ...known];
  if (entries) return Object.values(entries);
  if (values) return values;
  if (shape) return [...known, ...objectsOf(shape, pool)];
  if (element) return [...known, ...plausibleValues(element, pool, name).map((item) => [item])];
  if (valueType) return [...known, ...plausibleValues(valueType, pool).map((value) => ({ k: value })), {}];
  return [...known, type._zod.bag?.minimum, ...(generic[kind] ?? [])];
};

/** Returns the object with only its required members, and the objects with one more member. */
const objectsOf = (shape: Readonly<Record<string, Type>>, pool: Pool): readonly unknown[] => {
  const first = (name: string, type: Type): unknown => plausibleValues(type, pool, name)[0];
  const required = Object.entries(shape).filter(([, type]) => !isAccepted(type, undefined));
  const least = Object.fromEntries(required.map(([name, type]) => [name, first(name, type)]));
  const more = Object.entries(shape)
    .filter(([name]) => !(name in least) && name !== 'aws')
    .map(([name, type]) => ({ ...least, [name]: first(name, type) }));
  return [least, ...more];
};
