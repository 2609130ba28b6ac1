import type { ValueType } from './value-type.js';

/** The parts of zod's definitions that describe nested types. */
export interface Definition {
  /** zod's name of the type, e.g. `string`. */
  readonly type: string;
  readonly checks?: readonly unknown[];
  readonly innerType?: ValueType;
  readonly in?: ValueType;
  readonly out?: ValueType;
  readonly options?: readonly ValueType[];
  readonly shape?: Readonly<Record<PropertyKey, ValueType>>;
  readonly element?: ValueType;
  readonly items?: readonly ValueType[];
  readonly keyType?: ValueType;
  readonly valueType?: ValueType;
}

/** The definition of a type. */
export const definitionOf = (type: ValueType): Definition => type._zod.def as unknown as Definition;
