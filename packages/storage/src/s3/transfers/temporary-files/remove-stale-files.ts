import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { isRunning } from './is-running.js';
import { isResumable, ownerOf, thisHost } from './temporary-name.js';

/** A folder with more names is read only once per process, because reading it takes longer than a small download. */
const mostNames = 1_000;

/** Milliseconds between two searches of a folder: a transfer of a directory writes many files to each. */
const betweenSearchesMs = 60_000;

/** The number of folders whose last search is known. */
const mostFolders = 10_000;

/** The times after which folders are searched again. */
const searchedUntilMs = new Map<string, number>();

/** The time after which a download that was not continued is given up: seven days. */
export const staleAfterMs = 604_800_000;

/**
 * Removes the temporary files of ended processes in the folder of `path`, and, except `own`, files of resumable downloads to which nothing was
 * written for seven days, and journals without content. Ignores errors. Searches a folder at most once per minute.
 */
export const removeStaleFiles = async (path: string, own: readonly string[] = []): Promise<void> => {
  const folder = dirname(path);
  if ((searchedUntilMs.get(folder) ?? 0) > Date.now()) return;
  if (searchedUntilMs.size >= mostFolders) searchedUntilMs.clear();
  searchedUntilMs.set(folder, Date.now() + betweenSearchesMs);
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length > mostNames) searchedUntilMs.set(folder, Infinity);
  const host = thisHost();
  await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const isStale = isResumable(name)
        ? !own.includes(file) && (!names.includes(name.replace(/\.journal$/, '.part')) || (await isOld(file)))
        : isLeft(name, host);
      if (isStale) await rm(file, { force: true }).catch(() => undefined);
    }),
  );
};

const isLeft = (name: string, host: string): boolean => {
  const owner = ownerOf(name);
  return owner?.host === host && owner.processId !== process.pid && !isRunning(owner.processId);
};

/** Whether nothing was written to a file for seven days. */
export const isOld = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > staleAfterMs,
    () => false,
  );
