import { readFile } from 'node:fs/promises';

/**
 * The first line of a PEM private key: as a complete line, or inside a line or a string if the key follows. Programs often contain the
 * first line without a key.
 */
const privateKey =
  /^[ \t]*-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----[ \t]*$|-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\n|\\r|\\n| )+[A-Za-z0-9+/]{16}/m;

/**
 * Whether a text file contains a private key in PEM format. Binary files are not checked, because programs contain the lines of PEM without
 * a key.
 */
export const containsPrivateKey = async (path: string): Promise<boolean> => {
  const bytes = await readFile(path);
  if (!bytes.includes('PRIVATE KEY') || bytes.subarray(0, 8_192).includes(0)) return false;
  return privateKey.test(bytes.toString('latin1').replaceAll('\r\n', '\n'));
};
