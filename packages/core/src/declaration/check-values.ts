import { InvalidInputError } from '../errors/invalid-input-error.js';
import { pathText } from '../schema/path-text.js';
import { type Definition, definitionOf } from '../schema/definition.js';
import type { ValueType } from '../schema/value-type.js';

/**
 * Throws `InvalidInputError` for values that no request can contain, at any depth of an input: invalid dates, text that is not valid Unicode,
 * bytes that were transferred. Values that are sent as JSON are not checked: JSON can contain them.
 */
export const checkValues = (operation: string, members: unknown, type?: ValueType): void => {
  const found = problemIn(members, type, []);
  if (found === undefined) return;
  throw new InvalidInputError(`${operation}: ${found}`, { operation });
};

type Path = readonly PropertyKey[];

/** More levels than any of AWS's structures has. Ends the search in values that contain themselves. */
const maxDepth = 40;

const problemIn = (value: unknown, type: ValueType | undefined, path: Path): string | undefined => {
  if (isUserDefined(type)) return undefined;
  if (typeof value === 'string') return value.isWellFormed() ? undefined : loneSurrogate(path);
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? invalidDate(path) : undefined;
  if (value instanceof Uint8Array) return isDetached(value) ? detached(path) : undefined;
  if (path.length > maxDepth) return undefined;
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

const nameOf = (path: Path): string => pathText(path) || 'the input';

const loneSurrogate = (path: Path): string =>
  `${nameOf(path)} contains half of a surrogate pair, which UTF-8 cannot encode. Pass text.toWellFormed().`;
const invalidDate = (path: Path): string => `${nameOf(path)} is an invalid Date. Pass a valid Date.`;
const detached = (path: Path): string =>
  `${nameOf(path)} was transferred to another thread and is empty. Pass bytes that this thread owns.`;

const isDetached = ({ buffer }: Uint8Array): boolean => buffer instanceof ArrayBuffer && buffer.detached;

const isPlain = (value: object): boolean =>
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

/** The definition of the type within optional and similar types. */
const innerDefinitionOf = (type: ValueType | undefined): Partial<Definition> => {
  const definition = type && definitionOf(type);
  return definition?.innerType ? innerDefinitionOf(definition.innerType) : (definition ?? {});
};

/** Whether a declaration accepts any value: the value is user-defined and is sent as JSON. */
const isUserDefined = (type: ValueType | undefined): boolean => innerDefinitionOf(type).type === 'unknown';

const elementOf = (type: ValueType | undefined, index: number): ValueType | undefined => {
  const { element, items } = innerDefinitionOf(type);
  return element ?? items?.[index];
};

const memberOf = (type: ValueType | undefined, name: string): ValueType | undefined => {
  // `aws` contains AWS's own members, which the declaration does not describe.
  if (name === 'aws') return undefined;
  const { shape, valueType } = innerDefinitionOf(type);
  return shape?.[name] ?? valueType;
};
