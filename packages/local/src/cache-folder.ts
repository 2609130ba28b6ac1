import { posix, win32 } from 'node:path';

export interface CacheFolderOptions {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Where this package keeps its virtual environments: the user's cache folder of the platform, then `arch/local`. */
export function cacheFolder({ platform, environment, home }: CacheFolderOptions): string {
  if (platform === 'win32') {
    return win32.join(environment['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), 'arch', 'local');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'arch', 'local');
  const configured = environment['XDG_CACHE_HOME'] ?? '';
  // https://specifications.freedesktop.org/basedir-spec/latest/: a relative path is to be ignored.
  return posix.join(posix.isAbsolute(configured) ? configured : posix.join(home, '.cache'), 'arch', 'local');
}
