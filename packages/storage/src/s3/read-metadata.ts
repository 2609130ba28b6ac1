import { decodeWords } from '@arch/core/builder';

/** Reads the user-defined metadata of an object. */
export const readMetadata = (value: unknown): unknown =>
  Object.fromEntries(Object.entries(value ?? {}).map(([name, text]) => [name, decodeWords(String(text))]));
