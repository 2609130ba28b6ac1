import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../cache-folder.js';
import { buildingMark } from '../../remove-abandoned.js';

/** Returns the files of an empty database from the user's cache folder. The first call creates them, which takes Postgres some seconds. */
export async function emptyDatabase(make: () => Promise<Blob>): Promise<Blob> {
  const file = templateFile();
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined) return new Blob([kept]);
  const made = await make();
  // If the files cannot be stored, the next call creates them again.
  await keep(file, new Uint8Array(await made.arrayBuffer())).catch(() => undefined);
  return made;
}

/** Returns the path of the stored files, which depends on the version of Postgres. */
function templateFile(): string {
  const require = createRequire(import.meta.url);
  const { version } = require(join(dirname(require.resolve('@electric-sql/pglite')), '../package.json')) as {
    readonly version: string;
  };
  return join(cacheFolder(), `pglite-${version}.tar`);
}

/** Writes a temporary file and renames it, so that a file with the final name is complete. A later start removes the file of a killed process. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const writing = file + buildingMark + randomUUID();
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(writing, bytes, { flush: true });
    await rename(writing, file);
  } catch (error) {
    await rm(writing, { force: true });
    throw error;
  }
}
