import type { Credentials } from './credentials.js';

/** Returns the credentials of a session. The mark tells the SDK's clients not to cache them once more. */
export interface GetCredentials {
  (): Promise<Credentials>;
  readonly memoized: true;
}

/** The result of a renewal: new credentials, or why there are none. */
export type Renewal = { readonly credentials: Credentials } | { readonly reason: string };

/** The credentials of a session. */
export interface SessionCredentials {
  readonly get: GetCredentials;
  /** Resolves the credentials again after AWS has rejected `used`, at most once per 30 s. */
  readonly renew: (used: Credentials) => Promise<Renewal>;
}

/** Credentials of which a session knows nothing before their first use. */
export type LoadCredentials = () => Promise<
  Omit<SessionCredentials, 'get'> & { readonly get: () => Promise<Credentials> }
>;

/** Makes the credentials of a session. Their module is loaded at the first use. */
export const sessionCredentials = (load: LoadCredentials): SessionCredentials => {
  let loaded: ReturnType<LoadCredentials> | undefined;
  const ready = (): ReturnType<LoadCredentials> => (loaded ??= load());
  return {
    get: Object.assign(async () => (await ready()).get(), { memoized: true } as const),
    renew: async (used) => (await ready()).renew(used),
  };
};

/** Makes the credentials of a session that never change. */
export const fixedCredentials = (credentials: Credentials): SessionCredentials =>
  sessionCredentials(async () => ({
    get: async () => credentials,
    renew: async () => ({ reason: 'They were passed to createSession as an object: pass new ones, or a function.' }),
  }));
