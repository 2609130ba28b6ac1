import { loadSharedConfigFiles } from '@smithy/core/config';

type Section = Readonly<Record<string, string | undefined>>;
type Sections = Readonly<Record<string, Section | undefined>>;

/** The shared config and credentials files. */
export interface SharedFiles {
  /** Returns the settings of a profile, of both files: those of the credentials file take precedence. */
  readonly profile: (name: string) => Section | undefined;
  /** Returns a section `[sso-session <name>]`. */
  readonly ssoSession: (name: string) => Section | undefined;
  /** Returns the path of the file that contains a setting of a profile. */
  readonly fileOf: (profile: string, setting: string) => string;
  readonly profileNames: readonly string[];
}

/** Reads the shared files anew: the SDK's cache would return the text that they had at the start of the process. */
export const readSharedFiles = async (): Promise<SharedFiles> => {
  const { configFile, credentialsFile } = (await loadSharedConfigFiles({ ignoreCache: true })) as {
    readonly configFile: Sections;
    readonly credentialsFile: Sections;
  };
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  return {
    profile: (name) =>
      names.has(name) && !isOtherSection(name) ? { ...configFile[name], ...credentialsFile[name] } : undefined,
    ssoSession: (name) => configFile[`sso-session.${name}`],
    fileOf: (profile, setting) =>
      credentialsFile[profile]?.[setting] === undefined
        ? process.env['AWS_CONFIG_FILE'] || '~/.aws/config'
        : process.env['AWS_SHARED_CREDENTIALS_FILE'] || '~/.aws/credentials',
    profileNames: [...names].filter((name) => !isOtherSection(name)),
  };
};

/** The SDK returns sections that are not profiles with these prefixes. */
const isOtherSection = (name: string): boolean => /^(?:sso-session|services)\./.test(name);
