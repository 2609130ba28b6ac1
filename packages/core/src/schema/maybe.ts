import { optional } from './z.js';
import { optionally } from './quick-check.js';
import { type Field, type FieldSpec, toField } from './field.js';

/** A nested structure, list or converted member that AWS may omit. */
export const maybe = <Value>(spec: FieldSpec<Value>): Field<Value | undefined> => {
  const field = toField(spec);
  const { read } = field;
  return {
    ...field,
    type: optional(field.type as never) as never,
    quick: optionally(field.quick),
    read: read && ((value) => (value === undefined || value === null ? undefined : read(value))),
  };
};
