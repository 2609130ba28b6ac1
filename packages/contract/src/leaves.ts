import { definitionOf } from '../../core/src/schema/definition.js';

/** A place in an input whose type contains no other type. */
export interface Leaf {
  readonly path: readonly string[];
  /** zod's name of the type, e.g. `string`. */
  readonly kind: string;
}

/** Returns the leaves of an input's type. A list has the path of its first item, a record that of the member `k`. */
export const leavesOf = (type: object, path: readonly string[] = []): readonly Leaf[] => {
  const { type: kind, innerType, out, options, shape, element, valueType } = definitionOf(type as never);
  if (innerType ?? out) return leavesOf((innerType ?? out)!, path);
  if (options) return options.flatMap((option) => leavesOf(option, path));
  if (shape) return Object.entries(shape).flatMap(([name, member]) => leavesOf(member, [...path, name]));
  if (element) return leavesOf(element, [...path, '0']);
  if (valueType) return leavesOf(valueType, [...path, 'k']);
  return [{ path, kind }];
};

/** Returns a copy of an input with another value at a path. */
export const withAt = (input: unknown, [step, ...rest]: readonly string[], value: unknown): unknown => {
  if (step === undefined) return value;
  if (Array.isArray(input) || (step === '0' && typeof input !== 'object')) {
    const [first, ...others] = (input ?? []) as readonly unknown[];
    return [withAt(first, rest, value), ...others];
  }
  const holder = typeof input === 'object' && input !== null ? input : {};
  return { ...holder, [step]: withAt((holder as Readonly<Record<string, unknown>>)[step], rest, value) };
};
