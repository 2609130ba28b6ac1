import { array } from './z.js';
import { allOf } from './quick-check.js';
import { type Field, type FieldSpec, toField } from './field.js';

/** A list; `[]` if AWS omits it. */
export const list = <Item>(spec: FieldSpec<Item>): Field<readonly Item[]> => {
  const item = toField(spec);
  return {
    type: array(item.type as never) as never,
    quick: allOf(item.quick),
    read: (value) => {
      if (value === undefined || value === null) return [];
      return item.read && Array.isArray(value) ? value.map(item.read) : value;
    },
  };
};
