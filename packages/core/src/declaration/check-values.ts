import { InvalidInputError } from '../errors/invalid-input-error.js';
import { pathText } from '../schema/describe-issues.js';
import type { ValueType } from '../schema/value-type.js';

/**
 * Refuses what no request can hold, wherever it stands in an input: dates that are none, text that is no Unicode, bytes whose memory is
 * gone. Values that the user has as JSON are left alone: JSON can hold what they are.
 */
export const checkValues = (operation: string, members: unknown, type?: ValueType): void => {
  const found = problemIn(members, type, []);
  if (found === undefined) return;
  throw new InvalidInputError(`${operation}: ${found}`, { operation });
};

type Path = readonly PropertyKey[];

/** More levels than any of AWS's structures has; what holds itself ends here. */
const deepest = 40;

const problemIn = (value: unknown, type: ValueType | undefined, path: Path): string | undefined => {
  if (isOfUser(type)) return undefined;
  if (typeof value === 'string') return value.isWellFormed() ? undefined : loneSurrogate(path);
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? invalidDate(path) : undefined;
  if (value instanceof Uint8Array) return isDetached(value) ? detached(path) : undefined;
  if (path.length > deepest) return undefined;
  if (Array.isArray(value)) return problemAmong(value.entries(), (index) => elementOf(type, index), path);
  return isPlain(value) ? problemAmong(Object.entries(value), (name) => memberOf(type, name), path) : undefined;
};

const problemAmong = <Step extends PropertyKey>(
  entries: Iterable<readonly [Step, unknown]>,
  typeOf: (step: Step) => ValueType | undefined,
  path: Path,
): string | undefined => {
  for (const [step, value] of entries) {
    const found = problemIn(value, typeOf(step), [...path, step]);
    if (found !== undefined) return found;
  }
  return undefined;
};

const nameOf = (path: Path): string => pathText(path) || 'the value';

const loneSurrogate = (path: Path): string =>
  `${nameOf(path)} contains half of a surrogate pair, which UTF-8 cannot hold. Pass a well-formed text; toWellFormed() makes one.`;
const invalidDate = (path: Path): string => `${nameOf(path)} is an invalid Date. Pass a date that exists.`;
const detached = (path: Path): string =>
  `${nameOf(path)} has no memory any more: it was transferred. Pass bytes that this thread has.`;

const isDetached = ({ buffer }: Uint8Array): boolean => buffer instanceof ArrayBuffer && buffer.detached;

const isPlain = (value: object): boolean =>
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

/** The part of zod's definitions that says what is within a value. */
interface Definition {
  readonly type: string;
  readonly innerType?: ValueType;
  readonly shape?: Readonly<Record<string, ValueType>>;
  readonly element?: ValueType;
  readonly items?: readonly ValueType[];
  readonly valueType?: ValueType;
}

const definitionOf = (type: ValueType | undefined): Definition | undefined => {
  const definition = type?._zod.def as Definition | undefined;
  return definition?.innerType ? definitionOf(definition.innerType) : definition;
};

/** Whether a declaration leaves open what a value is: it is the user's, and goes out as JSON. */
const isOfUser = (type: ValueType | undefined): boolean => definitionOf(type)?.type === 'unknown';

const elementOf = (type: ValueType | undefined, index: number): ValueType | undefined => {
  const { element, items } = definitionOf(type) ?? { type: '' };
  return element ?? items?.[index];
};

const memberOf = (type: ValueType | undefined, name: string): ValueType | undefined => {
  // What a caller says in AWS's words is AWS's.
  if (name === 'aws') return undefined;
  const { shape, valueType } = definitionOf(type) ?? { type: '' };
  return shape?.[name] ?? valueType;
};
