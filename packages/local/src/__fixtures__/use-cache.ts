import { vi } from 'vitest';
import { cacheFolder } from '../cache-folder.js';

const variables: Partial<Record<NodeJS.Platform, string>> = { win32: 'LOCALAPPDATA', darwin: 'HOME' };

/** Moves the cache folder below `path` until environment variables are put back; returns where it is then. */
export function useCache(path: string): string {
  vi.stubEnv(variables[process.platform] ?? 'XDG_CACHE_HOME', path);
  return cacheFolder();
}
