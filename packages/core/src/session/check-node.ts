import { ArchError } from '../errors/arch-error.js';

/** Throws on a Node.js that is too old: its own error would only name a function that is missing. */
export const checkNode = (): void => {
  if (!('withResolvers' in Promise))
    throw new ArchError(
      `@arch/core requires Node.js 22.18 or newer; this is ${process.version}. Install a newer Node.js.`,
    );
};
