import { InvalidInputError } from '../errors/invalid-input-error.js';

/** Where a value stands that is written as JSON. */
export interface JsonPlace {
  readonly operation: string;
  /** e.g. `messages[3].json`. */
  readonly place: string;
}

/** Writes a value as JSON, before anything is sent; one that cannot be is an error that says where and what it is. */
export const jsonText = (value: unknown, { operation, place }: JsonPlace): string => {
  let problem: unknown;
  try {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) return text;
  } catch (error) {
    problem = error;
  }
  const found = unwritable(value, place, []) ?? `${place} cannot be written: ${(problem as Error).message}`;
  throw new InvalidInputError(`${operation}: ${found}; accepted is what JSON can hold.`, { operation, cause: problem });
};

/** The first thing in a value that JSON does not have, with its place. */
const unwritable = (value: unknown, place: string, holders: readonly object[]): string | undefined => {
  if (typeof value === 'bigint') return `${place} is a BigInt`;
  if (holders.length === 0 && ['undefined', 'function', 'symbol'].includes(typeof value))
    return `${place} is ${value === undefined ? 'undefined' : `a ${typeof value}`}`;
  if (typeof value !== 'object' || value === null || typeof (value as { toJSON?: unknown }).toJSON === 'function')
    return undefined;
  if (holders.includes(value)) return `${place} is an object that holds itself`;
  for (const [name, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${name}]` : `.${name}`;
    const found = unwritable(inner, place + step, [...holders, value]);
    if (found !== undefined) return found;
  }
  return undefined;
};
