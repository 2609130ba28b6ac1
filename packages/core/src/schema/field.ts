import type { ZodMiniType } from 'zod/mini';

import { type QuickCheck, quickCheckOf } from './quick-check.js';
import type { Schema } from './schema.js';
import type { ValueType } from './value-type.js';

/** How one member of a resource is read: where it stands in AWS's structure, how it is converted, and what it has to be then. */
export interface Field<Value> {
  readonly type: ValueType<Value>;
  /** AWS's path, e.g. `State.Name`, where it is not the member's own name. */
  readonly path?: string | undefined;
  /** Converts AWS's value, given also what holds it; a member without it is taken as it is. */
  readonly read?: ((value: unknown) => unknown) | undefined;
  /** Accepts most converted values without the parser. Default: what the type allows. */
  readonly quick?: QuickCheck | undefined;
}

/** A field whose quick check is known. */
export type QuickField<Value> = Field<Value> & { readonly quick: QuickCheck };

/** What a declaration may write for a member. */
export type FieldSpec<Value> = ValueType<Value> | Schema<Value> | Field<Value>;

/** Where a resource's schema keeps its reader for those that nest it. */
export const asField: unique symbol = Symbol('@arch/field');

/** The one form behind the three that a declaration may write. */
export const toField = <Value>(spec: FieldSpec<Value>): QuickField<Value> => {
  if (asField in spec) return spec[asField] as QuickField<Value>;
  const field = '_zod' in spec ? { type: spec } : (spec as Field<Value>);
  return { ...field, quick: field.quick ?? quickCheckOf(field.type as ZodMiniType) };
};
