import { translateError } from './translate-error.js';

/** One of our errors from what the SDK or Node has thrown outside of a call: while the content of an answer was read. */
export const asArchError = (error: unknown, operation: string): unknown =>
  translateError(error, { operation, input: {}, tables: [], statementFor: () => undefined });
