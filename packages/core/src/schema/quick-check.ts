import type { ZodMiniType } from 'zod/mini';

/**
 * Says of most good values that they are good, in a fraction of the time that a parser needs. `false` means: ask the parser. What it
 * accepts, the parser would give back as it is.
 */
export type QuickCheck = (value: unknown) => boolean;

interface Definition {
  readonly type: string;
  readonly checks?: readonly unknown[];
  readonly innerType?: ZodMiniType;
  readonly element?: ZodMiniType;
}

const simple: Readonly<Record<string, QuickCheck>> = {
  string: (value) => typeof value === 'string',
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
};

/** The quick check of a simple type, or one that leaves everything to the parser. */
export const quickCheckOf = (type: ZodMiniType): QuickCheck => {
  const { type: name, checks, innerType, element } = type._zod.def as unknown as Definition;
  if (checks && checks.length > 0) return never;
  if (name === 'optional' && innerType) return optionally(quickCheckOf(innerType));
  if (name === 'array' && element) return allOf(quickCheckOf(element));
  return simple[name] ?? never;
};

const never: QuickCheck = () => false;

/** The check of something that may be left out. */
export const optionally =
  (check: QuickCheck): QuickCheck =>
  (value) =>
    value === undefined || check(value);

/** The check of a list. */
export const allOf =
  (check: QuickCheck): QuickCheck =>
  (value) =>
    Array.isArray(value) && value.every(check);
