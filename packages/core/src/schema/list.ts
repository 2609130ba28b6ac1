import { array } from './z.js';
import { type Field, type FieldSpec, toField } from './field.js';

/** A list that is `[]` where AWS leaves it out. */
export const list = <Item>(spec: FieldSpec<Item>): Field<readonly Item[]> => {
  const item = toField(spec);
  return {
    type: array(item.type) as never,
    read: (value) => {
      if (value === undefined || value === null) return [];
      return item.read && Array.isArray(value) ? value.map(item.read) : value;
    },
  };
};
