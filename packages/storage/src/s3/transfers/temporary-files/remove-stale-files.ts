import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { ownerOf, thisHost } from './temporary-name.js';

/** A folder with more names is read once per process: for every download, it would take longer than a small download. */
const mostNames = 1_000;
const largeFolders = new Set<string>();

/** Removes the temporary files in the folder of `path` whose processes were ended in the middle of a download. Failures are ignored. */
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
    // A process of another user is running too.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};
