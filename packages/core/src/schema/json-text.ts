import { InvalidInputError } from '../errors/invalid-input-error.js';

/** The function and the input member of a value that is written as JSON. */
export interface JsonPlace {
  readonly operation: string;
  /** e.g. `messages[3].json`. */
  readonly place: string;
}

/**
 * Writes a value as JSON before anything is sent. Throws `InvalidInputError` with the path of a value that JSON would change, drop or
 * reject: bytes, a `Map`, NaN, a function, half of a surrogate pair, an object that contains itself, more than 1,000 levels.
 */
export const jsonText = (value: unknown, { operation, place }: JsonPlace): string => {
  try {
    const problem = problemIn(value, '', []);
    if (problem === undefined) return JSON.stringify(value);
    throw new InvalidInputError(`${operation}: ${place}${problem}.`, { operation });
  } catch (cause) {
    if (cause instanceof InvalidInputError) throw cause;
    throw new InvalidInputError(
      `${operation}: ${place} cannot be written as JSON (${cause instanceof Error ? cause.message : String(cause)}).`,
      { operation, cause },
    );
  }
};

const maxDepth = 1_000;

/** The advice for a value of a kind that is not allowed. */
const advice: Readonly<Record<string, string>> = {
  Map: 'Object.fromEntries(map)',
  Set: 'a list: [...set]',
  BigInt: 'a number, or its text',
  bytes: 'text, e.g. in base64',
};

/** The path and kind of the first value that JSON does not have, e.g. `.items[3].price is NaN. Pass …`. */
const problemIn = (given: unknown, key: string, parents: object[]): string | undefined => {
  if (ArrayBuffer.isView(given)) return problem(`a ${tagOf(given)}`, 'bytes');
  if (given instanceof Date && Number.isNaN(given.getTime())) return problem('an invalid Date');
  const toJson = (given as { toJSON?: unknown } | null | undefined)?.toJSON;
  const value: unknown = typeof toJson === 'function' ? toJson.call(given, key) : given;
  if (typeof value === 'string') return value.isWellFormed() ? undefined : half;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : problem(String(value));
  if (typeof value === 'bigint') return problem('a BigInt', 'BigInt');
  if (typeof value === 'function' || typeof value === 'symbol') return problem(`a ${typeof value}`);
  if (value === undefined) return problem('undefined');
  return typeof value === 'object' && value !== null ? problemAmong(value, parents) : undefined;
};

const problemAmong = (value: object, parents: object[]): string | undefined => {
  if (parents.includes(value)) return problem('an object that contains itself');
  if (parents.length >= maxDepth) return deep;
  const isList = Array.isArray(value);
  const keys = isList ? value.keys() : Object.keys(value);
  const tag = tagOf(value);
  // A Map, a Promise, a RegExp: JSON would write {}.
  if (!isList && tag !== 'Object' && (keys as string[]).length === 0)
    return problem(`${/^[AEIOU]/.test(tag) ? 'an' : 'a'} ${tag}`, tag === 'ArrayBuffer' ? 'bytes' : tag);
  parents.push(value);
  for (const step of keys) {
    const item = (value as Record<PropertyKey, unknown>)[step];
    // JSON omits a member that is undefined.
    if (item === undefined && !isList) continue;
    const found = String(step).isWellFormed() ? problemIn(item, String(step), parents) : half;
    if (found !== undefined) return found === deep ? deep : `${isList ? `[${step}]` : `.${step}`}${found}`;
  }
  parents.pop();
  return undefined;
};

const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

const problem = (kind: string, key = ''): string => ` is ${kind}. Pass ${advice[key] ?? 'a value that JSON supports'}`;

const half = ' contains half of a surrogate pair. Pass text.toWellFormed()';
const deep = ' has more than 1,000 levels. Pass a value with fewer levels';
