import { nodeCrypto } from '../../call/node-crypto.js';
import type { ProfileFiles } from './profile-files.js';
import type { Environment, SignIn } from './sign-in.js';
import { keysOf } from './environment-credentials.js';

/** The settings of the default sources, read at one moment. Their hash is the identity of the credentials. */
export interface SignInSettings extends Pick<SignIn, 'environment' | 'profile' | 'isChosen'> {
  readonly hash: string;
  /** Whether the keys in the environment are used. */
  readonly isEnvironment: boolean;
  /** Absent if the environment contains keys: the files are not read then. */
  readonly files?: ProfileFiles | undefined;
}

/** Reads the settings from the environment and, if it contains no keys, the shared files. `profile` is the one that the program has passed. */
export const readSignInSettings = async (
  profile: string | undefined,
  region: string | undefined,
): Promise<SignInSettings> => {
  const environment = relevant(process.env);
  const fromEnvironment = environment['AWS_PROFILE'] || undefined;
  const name = profile ?? fromEnvironment ?? 'default';
  const common = { environment, profile: name, isChosen: (profile ?? fromEnvironment) !== undefined };
  if (profile === undefined && environment['AWS_ACCESS_KEY_ID'])
    return { ...common, isEnvironment: true, hash: hashOf(keysOf(environment)) };
  const { readProfileFiles } = await import('./profile-files.js');
  const files = await readProfileFiles();
  const hash = hashOf([sorted(environment), name, profile !== undefined, region ?? null, sectionsOf(name, files)]);
  return { ...common, isEnvironment: false, files, hash };
};

/** The variables that a source may read. */
const relevant = (environment: Environment): Environment =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) =>
      /^AWS_|^(?:HOME|USERPROFILE|NODE_EXTRA_CA_CERTS)$|_proxy$/i.test(name),
    ),
  );

/** The text of a profile and of all sections that it refers to. */
const sectionsOf = (name: string, files: ProfileFiles, visited: readonly string[] = []): readonly unknown[] => {
  const profile = files.profile(name);
  if (!profile || visited.includes(name)) return [];
  const { sso_session: session, source_profile: source } = profile;
  return [
    name,
    sorted(profile),
    session ? sorted(files.ssoSession(session) ?? {}) : [],
    ...(source ? sectionsOf(source, files, [...visited, name]) : []),
  ];
};

const sorted = (values: Environment): readonly (readonly [string, string | undefined])[] =>
  Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));

/** Keys must not be readable in the registry of the process. */
const hashOf = (value: unknown): string =>
  nodeCrypto().createHash('sha256').update(JSON.stringify(value)).digest('base64');
