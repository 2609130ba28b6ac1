import { type Field, type FieldSpec, toField } from './field.js';

/** Reads a member from a path in AWS's structure instead of AWS's member of the same name: `from('State.Name', …)`. */
export const from = <Value>(path: string, spec: FieldSpec<Value>): Field<Value> => {
  const field = toField(spec);
  return { ...field, path };
};
