import { definitionOf } from './definition.js';
import type { ValueType } from './value-type.js';

/**
 * Recognizes most valid values much faster than the parser. `true`: the parser would return the value unchanged. `false`: the parser
 * decides.
 */
export type QuickCheck = (value: unknown) => boolean;

const simple: Readonly<Record<string, QuickCheck>> = {
  string: (value) => typeof value === 'string',
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
};

/** The quick check of a simple type; for other types, one that always returns `false`. */
export const quickCheckOf = (type: ValueType): QuickCheck => {
  const { type: name, checks, innerType, element, keyType, valueType } = definitionOf(type);
  if (checks && checks.length > 0) return never;
  if (name === 'optional' && innerType) return optionally(quickCheckOf(innerType));
  if (name === 'array' && element) return allOf(quickCheckOf(element));
  if (name === 'record' && valueType && quickCheckOf(keyType!) === simple['string'])
    return valuesOf(quickCheckOf(valueType));
  return simple[name] ?? never;
};

const never: QuickCheck = () => false;

/** The quick check of an optional value. */
export const optionally =
  (check: QuickCheck): QuickCheck =>
  (value) =>
    value === undefined || check(value);

/** The quick check of a list. */
export const allOf =
  (check: QuickCheck): QuickCheck =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** The quick check of a record of texts as keys. The parser would omit the key `__proto__`. */
const valuesOf =
  (check: QuickCheck): QuickCheck =>
  (value) => {
    if (typeof value !== 'object' || value === null || Object.hasOwn(value, '__proto__')) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    return (prototype === Object.prototype || prototype === null) && Object.values(value).every(check);
  };
