import type { ProfileFiles } from './profile-files.js';

/** Files that were not read, because the environment contains keys. */
export const noFiles: ProfileFiles = {
  profile: () => undefined,
  ssoSession: () => undefined,
  fileOf: () => '~/.aws/config',
  profileNames: [],
};
