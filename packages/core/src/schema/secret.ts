import { definitionOf } from './definition.js';
import type { ValueType } from './value-type.js';

const marked = new WeakSet<object>();

/**
 * Marks a value of an input or output as secret: no error and no event quotes it. Values that AWS marks as `sensitive` in its own schemas are
 * secret without this. Only the schema object that is passed is marked, so add checks first: `secret(z.string().check(…))`.
 */
export const secret = <Type extends ValueType>(type: Type): Type => {
  marked.add(type);
  return type;
};

type Path = readonly PropertyKey[];

/** Whether the value at a path of a type is secret: the value itself, a parent, or a part that the caller may have meant. */
export const isSecretAt = (type: ValueType, [step, ...rest]: Path): boolean => {
  if (marked.has(type)) return true;
  if (step === undefined) return partsOf(type).some((part) => isSecretAt(part, []));
  const { shape, element, valueType, items } = definitionOf(type);
  const inner = shape?.[step] ?? items?.[Number(step)] ?? element ?? valueType;
  return (
    (inner !== undefined && isSecretAt(inner, rest)) || sameOf(type).some((same) => isSecretAt(same, [step, ...rest]))
  );
};

/** The types within a type that describe the same value: of a wrapper, pipe or union. */
const sameOf = (type: ValueType): readonly ValueType[] => {
  const { innerType, in: source, out, options = [] } = definitionOf(type);
  return [innerType, source, out, ...options].filter((same) => same !== undefined);
};

const partsOf = (type: ValueType): readonly ValueType[] => {
  const { shape = {}, element, valueType, items = [] } = definitionOf(type);
  const parts = [...sameOf(type), element, valueType, ...items, ...Object.values(shape)];
  return parts.filter((part) => part !== undefined);
};

/** All secret values within a value of a type. */
export const secretsIn = (type: ValueType, value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  if (marked.has(type)) return [value];
  const { shape, element, valueType, items } = definitionOf(type);
  const found = sameOf(type).flatMap((same) => secretsIn(same, value));
  // Bytes have an entry per byte.
  if (typeof value !== 'object' || ArrayBuffer.isView(value)) return found;
  const inner = Object.entries(value).flatMap(([step, each]) => {
    const own = shape?.[step] ?? items?.[Number(step)] ?? element ?? valueType;
    return own ? secretsIn(own, each) : [];
  });
  return [...found, ...inner];
};
