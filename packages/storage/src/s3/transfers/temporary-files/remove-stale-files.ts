import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { ownerOf, thisHost } from './temporary-name.js';

/** A folder with more names is read only once per process, because reading it takes longer than a small download. */
const mostNames = 1_000;
const largeFolders = new Set<string>();

/** Removes the temporary files of ended processes in the folder of `path`. Ignores errors. */
export const removeStaleFiles = async (path: string): Promise<void> => {
  const folder = dirname(path);
  if (largeFolders.has(folder)) return;
  const names = await readdir(folder).catch(() => []);
  if (names.length > mostNames) largeFolders.add(folder);
  const host = thisHost();
  const stale = names.filter((name) => {
    const owner = ownerOf(name);
    return owner !== undefined && owner.host === host && !isRunning(owner.processId);
  });
  await Promise.all(stale.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)));
};

const isRunning = (processId: number): boolean => {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // The error for a running process of another user is EPERM.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};
