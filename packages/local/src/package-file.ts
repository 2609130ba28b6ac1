import { fileURLToPath } from 'node:url';

/**
 * The path of a file that ships beside the code, such as `python/launch.py`.
 * This module has to stay directly in `src/`: what is built from it lies directly in `dist/`.
 */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
