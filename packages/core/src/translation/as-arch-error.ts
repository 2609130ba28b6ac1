import { translateError } from './translate-error.js';

/** Converts an error of the SDK or Node.js to an `ArchError`, outside of a call: e.g. while a streamed body is read. */
export const asArchError = (error: unknown, operation: string): unknown =>
  translateError(error, { operation, input: {}, tables: [], statementFor: () => undefined });
