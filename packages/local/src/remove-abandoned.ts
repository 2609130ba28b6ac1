import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Marks the name of a folder or file that is not complete yet. */
export const buildingMark = '.building-';

/** No installation takes longer. A process ID would not help, because containers or machines may share a cache folder. */
const abandonedAfterMs = 60 * 60 * 1_000;

/** Deletes the folders and files of interrupted installations. */
export async function removeAbandoned(cache: string): Promise<void> {
  const names = await readdir(cache).catch(() => []);
  const building = names.filter((name) => name.includes(buildingMark)).map((name) => join(cache, name));
  await Promise.all(building.map(removeIfOld));
}

async function removeIfOld(folder: string): Promise<void> {
  // Another process may be deleting the same folder.
  const details = await stat(folder).catch(() => undefined);
  if (details !== undefined && Date.now() - details.mtimeMs > abandonedAfterMs) {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
