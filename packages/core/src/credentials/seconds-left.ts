import { CredentialsError } from '../errors/credentials-error.js';
import type { Credentials } from './credentials.js';

/**
 * The whole seconds that credentials are still valid for, `Infinity` where they do not say when they expire. What is signed with credentials
 * that have expired is worth nothing, and nobody would notice before it is used.
 */
export const secondsLeft = (operation: string, { expiration }: Credentials, now: number): number => {
  if (!expiration) return Infinity;
  const seconds = Math.floor((expiration.getTime() - now) / 1_000);
  if (seconds >= 1) return seconds;
  throw new CredentialsError(
    `${operation}: the credentials expired at ${expiration.toISOString()}, so nothing can be signed with them. Sign in again, e.g. with ` +
      'aws sso login, or pass a session with credentials that are valid.',
    { operation },
  );
};
