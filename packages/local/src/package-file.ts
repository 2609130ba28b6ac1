import { fileURLToPath } from 'node:url';

/**
 * Returns the path of a file of this package, such as `python/launch.py`.
 * This module must be directly in `src/`, because its built form is directly in `dist/`.
 */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
