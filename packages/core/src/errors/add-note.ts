import { ArchError } from './arch-error.js';
import { replaceMessage } from './replace-message.js';

/** Adds a sentence to an error on its way to the caller: what had already been done when it came. */
export const addNote = (error: unknown, note: string): unknown => {
  if (error instanceof ArchError) replaceMessage(error, `${error.message} ${note}`);
  return error;
};
