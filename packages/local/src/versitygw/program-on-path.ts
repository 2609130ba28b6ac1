import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Returns the path of a program in a folder of the PATH. Returns `undefined` if no folder contains it. */
export async function programOnPath(name: string): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? process.env['Path'] ?? '').split(delimiter).filter(Boolean);
  for (const folder of folders) {
    const path = await programIn(folder, name);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** Returns the path of a program in a folder. Returns `undefined` if the folder does not contain it. */
export async function programIn(folder: string, name: string): Promise<string | undefined> {
  const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}
