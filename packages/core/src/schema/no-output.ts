import { schemaOf } from './resource.js';
import type { Schema } from './schema.js';
import { unknown } from './z.js';

/** The output of an operation that returns nothing. */
export const noOutput = (): Schema<void> =>
  schemaOf<void>(() => ({ success: true, data: undefined }), { type: unknown() as never, quick: () => true });
