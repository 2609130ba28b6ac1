import { schemaOf } from './resource.js';
import type { Schema } from './schema.js';
import { unknown } from './z.js';

/** Returns the value of `select` unchanged. */
export const asIs = <Value>(): Schema<Value> =>
  schemaOf<Value>((value) => ({ success: true, data: value as Value }), {
    type: unknown() as never,
    quick: () => true,
  });
