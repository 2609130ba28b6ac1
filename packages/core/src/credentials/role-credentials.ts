import type { Clock } from '../clock/clock.js';
import type { ClientType } from '../call/client-type.js';
import { assumeRole, type AssumeRole } from './assume-role.js';
import { type CachedCredentials, cachedCredentials } from './cached-credentials.js';
import { CredentialCache } from './credential-cache.js';

/** Caches the credentials of a role that the credentials of another session assume. */
export const roleCredentials = (
  client: <Client>(type: ClientType<Client>) => Client,
  role: AssumeRole,
  { clock, limitMs }: { readonly clock: Clock; readonly limitMs: number },
): CachedCredentials =>
  cachedCredentials(new CredentialCache(), {
    clock,
    limitMs,
    describe: () => `AssumeRole of ${role.roleArn}`,
    resolve: ({ signal }) => assumeRole(client, role, signal),
  });
