import { InvalidInputError } from '../errors/invalid-input-error.js';
import { profileNames } from './profile-names.js';
import { SettingReader } from './setting-reader.js';
import type { Settings } from './settings.js';
import type { SharedFiles } from './shared-files.js';

/** The profile of a session. */
export interface ProfileChoice {
  /** The profile that the program has chosen. Default: `AWS_PROFILE`, or `default`. */
  readonly profile?: string | undefined;
  /** Whether the session has its own credentials. Then a profile of the environment that does not exist is no error. */
  readonly hasCredentials?: boolean | undefined;
}

/** Reads the environment and the shared files. Throws `InvalidInputError` if the profile does not exist. */
export const readSettings = async ({ profile: chosen, hasCredentials = false }: ProfileChoice): Promise<Settings> => {
  const environment = { ...process.env };
  const { readSharedFiles } = await import('./shared-files.js');
  const files = await readSharedFiles();
  const profile = chosen ?? (environment['AWS_PROFILE'] || 'default');
  const isKnown = [files.config, files.credentials].some((sections) => Object.hasOwn(sections, profile));
  if (!isKnown && profile !== 'default' && !(hasCredentials && chosen === undefined))
    throw unknownProfile(profile, chosen === undefined, files);
  return new SettingReader({ environment, files, profile, isChosen: chosen !== undefined });
};

const unknownProfile = (profile: string, ofEnvironment: boolean, files: SharedFiles): InvalidInputError => {
  const known = [...profileNames(files)].sort();
  const source = ofEnvironment ? 'The environment variable AWS_PROFILE names' : 'createSession: profile is';
  return new InvalidInputError(
    `${source} ${JSON.stringify(profile)}, which does not exist in the shared config and credentials files. ` +
      (known.length > 0 ? `The profiles are ${known.join(', ')}.` : 'They contain no profiles.'),
  );
};
