import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Returns the folder in which programs keep the user's state between runs: `$XDG_STATE_HOME` or `~/.local/state`, and `%LOCALAPPDATA%` on
 * Windows. https://specifications.freedesktop.org/basedir-spec/latest/
 */
export const userStateFolder = (): string => {
  const { LOCALAPPDATA: local, XDG_STATE_HOME: state } = process.env;
  const given = process.platform === 'win32' ? local : state;
  // The specification says that a relative path is not valid and must be ignored.
  return given !== undefined && isAbsolute(given) ? given : join(homedir(), '.local', 'state');
};
