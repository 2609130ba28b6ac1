import type { ZodMiniType } from 'zod/mini';

import type { Schema } from './schema.js';

/** How one member of a resource is read: where it stands in AWS's structure, how it is converted, and what it has to be then. */
export interface Field<Value> {
  readonly type: ZodMiniType<Value>;
  /** AWS's path, e.g. `State.Name`, where it is not the member's own name. */
  readonly path?: string | undefined;
  /** Converts AWS's value, given also what holds it; a member without it is taken as it is. */
  readonly read?: ((value: unknown) => unknown) | undefined;
}

/** What a declaration may write for a member. */
export type FieldSpec<Value> = ZodMiniType<Value> | Schema<Value> | Field<Value>;

/** Where a resource's schema keeps its reader for those that nest it. */
export const asField: unique symbol = Symbol('@arch/field');

/** The one form behind the three that a declaration may write. */
export const toField = <Value>(spec: FieldSpec<Value>): Field<Value> => {
  if (asField in spec) return spec[asField] as Field<Value>;
  return 'type' in spec && !('_zod' in spec) ? (spec as Field<Value>) : { type: spec as ZodMiniType<Value> };
};
