import { optional, string } from './z.js';
import type { Field } from './field.js';

/** A string that is absent if AWS omits it or sends `''`: AWS uses both for "none". */
export const optionalString = (): Field<string | undefined> => ({
  type: optional(string()),
  quick: (value) => value === undefined || typeof value === 'string',
  read: (value) => (value === '' ? undefined : value),
});
