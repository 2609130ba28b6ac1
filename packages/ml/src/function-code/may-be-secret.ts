import { readFile } from 'node:fs/promises';

const secretNames = /^(?:\.npmrc|\.env.*|\.aws|\.ssh|id_(?:rsa|dsa|ecdsa|ed25519))$/i;

/** Whether a file or folder is one that tools keep keys and passwords in, by its name. */
export const isSecretName = (name: string): boolean => secretNames.test(name);

const header = '-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----';
/** A header with a line of its own, or, within a line or a text in quotes, with the key behind it: programs name the header alone. */
const privateKey = new RegExp(`^[ \\t]*${header}[ \\t]*$|${header}(?:\\r?\\n|\\\\r|\\\\n| )+[A-Za-z0-9+/]{16}`, 'm');

/** Whether a text file has a private key in it, as PEM. Programs and other binary files name the header, and are not looked into. */
export const holdsPrivateKey = async (path: string): Promise<boolean> => {
  const bytes = await readFile(path);
  if (!bytes.includes('PRIVATE KEY') || bytes.subarray(0, 8_192).includes(0)) return false;
  return privateKey.test(bytes.toString('latin1').replaceAll('\r\n', '\n'));
};
