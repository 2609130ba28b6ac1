import { definitionOf } from './definition.js';
import type { ValueType } from './value-type.js';

/** The member names of the object at a path of a type; of a union, those of all branches. */
export const memberNamesAt = (type: ValueType, [step, ...rest]: readonly PropertyKey[]): readonly string[] => {
  const { innerType, in: source, options = [], shape, element, valueType, items } = definitionOf(type);
  const wrapped = [innerType, source, ...options].filter((each) => each !== undefined);
  if (wrapped.length > 0) {
    const path = step === undefined ? [] : [step, ...rest];
    return [...new Set(wrapped.flatMap((each) => memberNamesAt(each, path)))];
  }
  if (step === undefined) return Object.keys(shape ?? {});
  const inner = shape?.[step] ?? items?.[Number(step)] ?? element ?? valueType;
  return inner ? memberNamesAt(inner, rest) : [];
};
