import { optional, string } from './z.js';
import type { Field } from './field.js';

/** A text that is absent where AWS sends nothing or `''`: AWS writes both for "there is none". */
export const optionalString = (): Field<string | undefined> => ({
  type: optional(string()),
  quick: (value) => value === undefined || typeof value === 'string',
  read: (value) => (value === '' ? undefined : value),
});
