import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

export interface CacheFolderOptions {
  readonly platform?: NodeJS.Platform;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly home?: string;
}

/** Returns the folder for the emulators and the empty database: `arch/local` in the user's cache folder. */
export function cacheFolder({
  platform = process.platform,
  environment = process.env,
  home = homedir(),
}: CacheFolderOptions = {}): string {
  if (platform === 'win32') {
    return win32.join(environment['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), 'arch', 'local');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'arch', 'local');
  const configured = environment['XDG_CACHE_HOME'] ?? '';
  // https://specifications.freedesktop.org/basedir-spec/latest/: a relative path must be ignored.
  return posix.join(posix.isAbsolute(configured) ? configured : posix.join(home, '.cache'), 'arch', 'local');
}
