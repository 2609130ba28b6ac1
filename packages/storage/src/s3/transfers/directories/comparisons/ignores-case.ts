import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Whether the file system of a directory does not distinguish case: a path finds the same directory in upper and in lower case. */
export const ignoresCase = async (directory: string): Promise<boolean> => {
  let path = resolve(directory);
  for (; dirname(path) !== path; path = dirname(path)) {
    const name = basename(path);
    const swapped = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
    if (swapped === name) continue;
    const one = await stat(path, { bigint: true }).catch(() => undefined);
    // A directory that does not exist yet is on the file system of its parent.
    if (!one) continue;
    const other = await stat(join(dirname(path), swapped), { bigint: true }).catch(() => undefined);
    return other !== undefined && other.dev === one.dev && other.ino === one.ino;
  }
  return process.platform === 'win32';
};
