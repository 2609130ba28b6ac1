import { closed } from '../translation/sdk-error.js';

/** Returns the message of a thrown value as a sentence. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? closed(firstLine(error)) : 'it threw a value that is not an Error.';

// On further lines the SDK advises to read a hidden field or a page. The error for several addresses has an empty message.
const firstLine = ({ message, name }: Error): string => (message || name).split('\n', 1)[0] ?? '';
