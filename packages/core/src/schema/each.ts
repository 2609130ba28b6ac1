import { toField } from './field.js';
import { list } from './list.js';
import { schemaOf } from './resource.js';
import type { Schema, SchemaIssue } from './schema.js';

/** A list of resources as the whole output of an operation: each item has its own `aws`. */
export const each = <Item>(item: Schema<Item>): Schema<readonly Item[]> =>
  schemaOf<readonly Item[]>(
    (value) => {
      if (!Array.isArray(value)) return { success: false, issues: [{ path: [], message: 'the value must be a list' }] };
      const items: Item[] = [];
      const issues: SchemaIssue[] = [];
      for (const [index, one] of value.entries()) {
        const result = item.safeParse(one);
        if (result.success) items.push(result.data);
        else
          issues.push(
            ...result.issues.map(({ path, message }) => ({
              path: [index, ...path],
              message: `items[${index}]: ${message}`,
            })),
          );
      }
      return issues.length > 0 ? { success: false, issues } : { success: true, data: items };
    },
    toField(list(item)),
  );
