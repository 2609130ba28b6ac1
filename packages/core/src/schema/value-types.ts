import type { ValueType } from './value-type.js';
import * as zod from './z.js';

/** A type with further checks: `z.string().check(z.minLength(3))`. */
export interface CheckedType<out Value> extends ValueType<Value> {
  check(...checks: readonly ValueCheck<Value>[]): CheckedType<Value>;
}

/** A check of values. */
export interface ValueCheck<in Value> {
  readonly '~checks'?: ((value: Value) => void) | undefined;
}

type Fields = Readonly<Record<string, ValueType>>;
type ValueOf<Type> = Type extends ValueType<infer Value> ? Value : never;
type OptionalNames<Types> = {
  [Name in keyof Types]: undefined extends ValueOf<Types[Name]> ? Name : never;
}[keyof Types];

/** The object that fields describe: a member that may be `undefined` may be omitted. */
type ObjectOf<Types> = {
  [Name in Exclude<keyof Types, OptionalNames<Types>>]: ValueOf<Types[Name]>;
} & { [Name in OptionalNames<Types>]?: ValueOf<Types[Name]> };

/** The functions that describe inputs and outputs. The text of a check says what is accepted, e.g. `'a name of 3 to 63 characters'`. */
export interface ValueTypes {
  string(): CheckedType<string>;
  number(): CheckedType<number>;
  /** A whole number. */
  int(): CheckedType<number>;
  boolean(): CheckedType<boolean>;
  date(): CheckedType<Date>;
  unknown(): CheckedType<unknown>;
  literal<const Value extends string | number | boolean>(value: Value): CheckedType<Value>;
  /** One of these texts. For what AWS sends, use `openEnum`: AWS adds values. */
  enum<const Value extends string>(values: readonly Value[]): CheckedType<Value>;
  array<Item>(item: ValueType<Item>): CheckedType<Item[]>;
  record<Value>(key: ValueType<string>, value: ValueType<Value>): CheckedType<Record<string, Value>>;
  /** An object with these members; others are dropped. */
  object<Types extends Fields>(fields: Types): CheckedType<ObjectOf<Types>>;
  /** An object with these members and no others. */
  strictObject<Types extends Fields>(fields: Types): CheckedType<ObjectOf<Types>>;
  union<Types extends readonly ValueType[]>(types: Types): CheckedType<ValueOf<Types[number]>>;
  optional<Value>(type: ValueType<Value>): CheckedType<Value | undefined>;
  nullable<Value>(type: ValueType<Value>): CheckedType<Value | null>;
  /** The least length of a text or list. */
  minLength(length: number, accepted?: string): ValueCheck<string | readonly unknown[]>;
  /** The greatest length of a text or list. */
  maxLength(length: number, accepted?: string): ValueCheck<string | readonly unknown[]>;
  length(length: number, accepted?: string): ValueCheck<string | readonly unknown[]>;
  regex(pattern: RegExp, accepted?: string): ValueCheck<string>;
  /** The least value. */
  gte(least: number, accepted?: string): ValueCheck<number>;
  /** The greatest value. */
  lte(most: number, accepted?: string): ValueCheck<number>;
  multipleOf(factor: number, accepted?: string): ValueCheck<number>;
  /** A check of your own. */
  refine<Value>(accepts: (value: Value) => boolean, accepted?: string): ValueCheck<Value>;
}

/** zod's functions under types that need no zod. */
export const valueTypes: ValueTypes = zod as never;
