import { type CachedCredentials, outsideCalls, withinPhase } from './cached-credentials.js';
import { CredentialCache, isSame } from './credential-cache.js';
import { credentialRegistry } from './credential-registry.js';
import type { Credentials } from './credentials.js';
import { defaultCredentials } from './default-credentials.js';
import type { CredentialSource } from './resolution.js';
import { environmentCredentials } from './sources/environment-credentials.js';
import { readSignInSettings, type SignInSettings } from './sources/read-sign-in-settings.js';
import type { MfaCodeProvider } from './sources/sign-in.js';
import { type SignInOptions, startSignIn } from './sources/start-sign-in.js';

/** The settings of a session that uses the default sources. */
export interface DefaultCredentialOptions extends Omit<SignInOptions, 'mfaCode'> {
  readonly mfaCode: string | MfaCodeProvider | undefined;
  readonly profile: string | undefined;
  /** Whether sessions with equal settings share the credentials. */
  readonly isShared: boolean;
  readonly limitMs: number;
  /** Called once if the environment contains keys and a profile. */
  readonly onBoth: (message: string) => void;
}

/** Milliseconds in which concurrent calls share one reading of the settings. */
const readingMs = 1_000;

/**
 * Returns the credentials of the default sources. Each resolution reads the settings anew, and sessions with equal settings share the result.
 */
export const defaultSessionCredentials = (options: DefaultCredentialOptions): CachedCredentials => {
  const { clock, isShared, onBoth } = options;
  const own = new Map<string, CredentialCache>();
  const cacheOf = (hash: string): CredentialCache => {
    if (isShared) return credentialRegistry.ofSettings(hash);
    const cache = own.get(hash) ?? new CredentialCache();
    own.set(hash, cache);
    return cache;
  };
  const read = settingsReader(options);
  // Their deadline errors name the source in progress.
  const waiting = new Set<{ phase: string }>();
  const onReport = (source: string): void => {
    for (const call of waiting) call.phase = `getting credentials from ${source}`;
  };
  let bound: CredentialCache | undefined;
  let isWarned = false;
  const warnOnce = ({ isEnvironment, environment }: SignInSettings): void => {
    if (isWarned || !isEnvironment || !environment['AWS_PROFILE']) return;
    isWarned = true;
    onBoth(bothAreSet(environment['AWS_PROFILE']));
  };
  const resolveAgain = async (signal: AbortSignal | undefined): Promise<Credentials> => {
    const settings = await read();
    warnOnce(settings);
    const next = cacheOf(settings.hash);
    const previous = bound;
    bound = next;
    try {
      return await next.get(sourceOf(settings, options, onReport), signal);
    } catch (error) {
      signal?.throwIfAborted();
      const usable = previous?.usable(clock);
      if (!usable) throw error;
      bound = previous;
      previous?.postpone(clock);
      return usable;
    }
  };
  return {
    get: async () => bound?.fresh(clock) ?? withinPhase(resolveAgain, waiting),
    renew: (used) =>
      withinPhase(async (signal) => {
        const settings = await read();
        const cache = (bound = cacheOf(settings.hash));
        const source = sourceOf(settings, options, onReport);
        const current = cache.usable(clock) ?? (await cache.get(source, signal));
        return isSame(current, used) ? cache.renew(used, source, signal) : { credentials: current };
      }, waiting),
  };
};

/** Returns a function that reads the settings. Calls at the same time share one reading. */
const settingsReader = ({ profile, region, clock }: DefaultCredentialOptions): (() => Promise<SignInSettings>) => {
  let reading: { readonly settings: Promise<SignInSettings>; readonly atMs: number } | undefined;
  return () => {
    const now = clock.now();
    if (reading && now < reading.atMs + readingMs) return reading.settings;
    const settings = readSignInSettings(profile, region);
    const current = (reading = { settings, atMs: now });
    const forget = (): void => {
      if (reading === current) reading = undefined;
    };
    settings.then(forget, forget);
    return settings;
  };
};

const bothAreSet = (profile: string): string =>
  `The environment contains AWS_ACCESS_KEY_ID and AWS_PROFILE (${profile}). The keys in the environment are used, as by the AWS CLI. ` +
  'Unset one of the two, or pass the profile to createSession.';

const sourceOf = (
  settings: SignInSettings,
  options: DefaultCredentialOptions,
  onReport: (source: string) => void,
): CredentialSource => {
  let source = settings.isEnvironment ? 'the environment' : `profile ${settings.profile}`;
  const report = (name: string): void => {
    source = name;
    onReport(name);
  };
  return outsideCalls({
    clock: options.clock,
    limitMs: options.limitMs,
    describe: () => source,
    resolve: async (request) => {
      const fromEnvironment = settings.isEnvironment ? environmentCredentials(settings.environment) : undefined;
      if (fromEnvironment) return fromEnvironment;
      const { mfaCode } = options;
      const signInOptions = { ...options, mfaCode: typeof mfaCode === 'string' ? () => mfaCode : mfaCode };
      const { signIn, end } = startSignIn(settings, signInOptions, { ...request, report });
      try {
        return await defaultCredentials(signIn);
      } finally {
        end();
      }
    },
  });
};
