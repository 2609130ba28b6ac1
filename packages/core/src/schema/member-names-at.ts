import type { ZodMiniType } from 'zod/mini';

interface Definition {
  readonly innerType?: ZodMiniType;
  readonly in?: ZodMiniType;
  readonly options?: readonly ZodMiniType[];
  readonly shape?: Readonly<Record<PropertyKey, ZodMiniType>>;
  readonly element?: ZodMiniType;
  readonly valueType?: ZodMiniType;
  readonly items?: readonly ZodMiniType[];
}

/** The member names of the object at a path of a type; of a union, those of all branches. */
export const memberNamesAt = (type: ZodMiniType, [step, ...rest]: readonly PropertyKey[]): readonly string[] => {
  const definition = (type as { readonly _zod: { readonly def: Definition } })._zod.def;
  const { innerType, in: source, options = [], shape, element, valueType, items } = definition;
  const wrapped = [innerType, source, ...options].filter((each) => each !== undefined);
  if (wrapped.length > 0) {
    const path = step === undefined ? [] : [step, ...rest];
    return [...new Set(wrapped.flatMap((each) => memberNamesAt(each, path)))];
  }
  if (step === undefined) return Object.keys(shape ?? {});
  const inner = shape?.[step] ?? items?.[Number(step)] ?? element ?? valueType;
  return inner ? memberNamesAt(inner, rest) : [];
};
