import { posix, win32 } from 'node:path';

/** Returns the path of the interpreter in a virtual environment. */
export function interpreterPath(folder: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'win32' ? win32.join(folder, 'Scripts', 'python.exe') : posix.join(folder, 'bin', 'python');
}
