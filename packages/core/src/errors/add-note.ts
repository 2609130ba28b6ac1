import { ArchError } from './arch-error.js';
import { replaceMessage } from './replace-message.js';

/** Adds a sentence to the message of an `ArchError`, e.g. about resources that were created before the error. Returns the error. */
export const addNote = (error: unknown, note: string): unknown => {
  if (error instanceof ArchError) replaceMessage(error, `${error.message} ${note}`);
  return error;
};
