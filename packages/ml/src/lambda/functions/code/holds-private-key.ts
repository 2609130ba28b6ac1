import { readFile } from 'node:fs/promises';

/**
 * PEM's first line on a line of its own; or, within a line or a text in quotes, with the key behind it, because programs name that line
 * alone.
 */
const privateKey =
  /^[ \t]*-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----[ \t]*$|-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\n|\\r|\\n| )+[A-Za-z0-9+/]{16}/m;

/** Whether a text file has a private key in it, as PEM. Programs and other binary files name PEM's lines, and are not looked into. */
export const holdsPrivateKey = async (path: string): Promise<boolean> => {
  const bytes = await readFile(path);
  if (!bytes.includes('PRIVATE KEY') || bytes.subarray(0, 8_192).includes(0)) return false;
  return privateKey.test(bytes.toString('latin1').replaceAll('\r\n', '\n'));
};
