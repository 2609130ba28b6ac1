import type { SharedFiles } from './shared-files.js';

/** Files that were not read, because the environment contains keys. */
export const noFiles: SharedFiles = {
  profile: () => undefined,
  ssoSession: () => undefined,
  fileOf: () => '~/.aws/config',
  profileNames: [],
};
