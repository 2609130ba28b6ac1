import { CredentialsError } from '../errors/credentials-error.js';
import type { Credentials } from './credentials.js';

/**
 * Returns the whole seconds until credentials expire, `Infinity` if they do not expire. Throws if they have expired: a signature with them is
 * invalid, but that would show only when it is used.
 */
export const secondsLeft = (operation: string, { expiration }: Credentials, now: number): number => {
  if (!expiration) return Infinity;
  const seconds = Math.floor((expiration.getTime() - now) / 1_000);
  if (seconds >= 1) return seconds;
  throw new CredentialsError(
    `${operation}: the credentials expired at ${expiration.toISOString()}. Sign in again, e.g. with aws sso login, or pass a session with ` +
      'valid credentials.',
    { operation },
  );
};
