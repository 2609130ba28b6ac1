import { type Field, type FieldSpec, toField } from './field.js';
import { list } from './list.js';

/** Reads one member of each list item: `pluck('Name', z.string())` reads `[{ Name: 'a' }]` as `['a']`. `[]` if AWS omits the list. */
export const pluck = <Item>(member: string, spec: FieldSpec<Item>): Field<readonly Item[]> => {
  const item = toField(spec);
  const read = (wrapper: unknown): unknown => {
    const value = (wrapper as Readonly<Record<string, unknown>> | null | undefined)?.[member];
    return item.read ? item.read(value) : value;
  };
  return list({ ...item, read });
};
