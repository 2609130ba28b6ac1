import { vi } from 'vitest';
import { cacheFolder } from '../cache-folder.js';

const variables: Partial<Record<NodeJS.Platform, string>> = { win32: 'LOCALAPPDATA', darwin: 'HOME' };

/** Moves the cache folder below `path` until the environment variables are restored. Returns the path of the cache folder. */
export function useCache(path: string): string {
  vi.stubEnv(variables[process.platform] ?? 'XDG_CACHE_HOME', path);
  return cacheFolder();
}
