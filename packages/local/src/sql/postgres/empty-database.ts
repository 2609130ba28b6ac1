import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../cache-folder.js';
import { buildingMark } from '../../remove-abandoned.js';

/** The files of an empty database: from the user's cache folder, or made, which takes Postgres some seconds, and kept there. */
export async function emptyDatabase(make: () => Promise<Blob>): Promise<Blob> {
  const file = templateFile();
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined) return new Blob([kept]);
  const made = await make();
  // Where nothing can be written, it is made each time.
  await keep(file, new Uint8Array(await made.arrayBuffer())).catch(() => undefined);
  return made;
}

/** Another Postgres has other files. */
function templateFile(): string {
  const require = createRequire(import.meta.url);
  const { version } = require(join(dirname(require.resolve('@electric-sql/pglite')), '../package.json')) as {
    readonly version: string;
  };
  return join(cacheFolder(), `pglite-${version}.tar`);
}

/** Under its name stands what is complete, and on the disk; what a killed process leaves is removed by a later start. */
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
