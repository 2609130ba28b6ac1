import type { ZodMiniType } from 'zod/mini';

import { type QuickCheck, quickCheckOf } from './quick-check.js';
import type { Schema } from './schema.js';
import type { ValueType } from './value-type.js';

/** How one member of a resource is read: its path in AWS's structure, its conversion, and the type of the result. */
export interface Field<Value> {
  readonly type: ValueType<Value>;
  /** AWS's path, e.g. `State.Name`. Default: AWS's member of the same name. */
  readonly path?: string | undefined;
  /** Converts AWS's value. Default: the value is used unchanged. */
  readonly read?: ((value: unknown) => unknown) | undefined;
  /** Accepts most converted values without the parser. Default: derived from the type. */
  readonly quick?: QuickCheck | undefined;
}

/** A field with its quick check. */
export type QuickField<Value> = Field<Value> & { readonly quick: QuickCheck };

/** The forms in which a declaration describes a member. */
export type FieldSpec<Value> = ValueType<Value> | Schema<Value> | Field<Value>;

/** The key under which a schema keeps its field, for schemas that nest it. */
export const asField: unique symbol = Symbol('@arch/field');

/** Converts all forms of a member to a field. */
export const toField = <Value>(spec: FieldSpec<Value>): QuickField<Value> => {
  if (asField in spec) return spec[asField] as QuickField<Value>;
  const field = '_zod' in spec ? { type: spec } : (spec as Field<Value>);
  return { ...field, quick: field.quick ?? quickCheckOf(field.type as ZodMiniType) };
};
