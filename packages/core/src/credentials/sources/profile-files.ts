import { profileNames } from '../../settings/profile-names.js';
import { readSharedFiles } from '../../settings/shared-files.js';

type Section = Readonly<Record<string, string | undefined>>;

/** The shared config and credentials files. */
export interface ProfileFiles {
  /** Returns the settings of a profile, of both files: those of the credentials file take precedence. */
  readonly profile: (name: string) => Section | undefined;
  /** Returns a section `[sso-session <name>]`. */
  readonly ssoSession: (name: string) => Section | undefined;
  /** Returns the path of the file that contains a setting of a profile. */
  readonly fileOf: (profile: string, setting: string) => string;
  readonly profileNames: readonly string[];
}

/** Reads the shared files anew. */
export const readProfileFiles = async (): Promise<ProfileFiles> => {
  const sections = await readSharedFiles();
  const { config, credentials } = sections;
  const names = profileNames(sections);
  return {
    profile: (name) => (names.includes(name) ? { ...config[name], ...credentials[name] } : undefined),
    ssoSession: (name) => config[`sso-session.${name}`],
    fileOf: (profile, setting) =>
      credentials[profile]?.[setting] === undefined
        ? process.env['AWS_CONFIG_FILE'] || '~/.aws/config'
        : process.env['AWS_SHARED_CREDENTIALS_FILE'] || '~/.aws/credentials',
    profileNames: names,
  };
};
