import { InvalidInputError } from '../errors/invalid-input-error.js';

/** The function and the input member of a value that is written as JSON. */
export interface JsonPlace {
  readonly operation: string;
  /** e.g. `messages[3].json`. */
  readonly place: string;
}

/** Writes a value as JSON before anything is sent. The error names the place and kind of a value that JSON does not have. */
export const jsonText = (value: unknown, { operation, place }: JsonPlace): string => {
  let problem: unknown;
  try {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) return text;
  } catch (error) {
    problem = error;
  }
  const found = problemIn(value, place, []) ?? `${place} cannot be written as JSON (${(problem as Error).message})`;
  throw new InvalidInputError(`${operation}: ${found}. Pass a value that JSON supports.`, {
    operation,
    cause: problem,
  });
};

/** The place and kind of the first value that JSON does not have. */
const problemIn = (value: unknown, place: string, parents: readonly object[]): string | undefined => {
  if (typeof value === 'bigint') return `${place} is a BigInt`;
  if (parents.length === 0 && ['undefined', 'function', 'symbol'].includes(typeof value))
    return `${place} is ${value === undefined ? 'undefined' : `a ${typeof value}`}`;
  if (typeof value !== 'object' || value === null || typeof (value as { toJSON?: unknown }).toJSON === 'function')
    return undefined;
  if (parents.includes(value)) return `${place} is an object that contains itself`;
  for (const [name, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${name}]` : `.${name}`;
    const found = problemIn(inner, place + step, [...parents, value]);
    if (found !== undefined) return found;
  }
  return undefined;
};
