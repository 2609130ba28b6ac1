import { HttpRequest } from '@smithy/core/protocols';
import type { AwsCredentialIdentityProvider } from '@smithy/types';

import { presign } from './presign.js';
import type { PresignRequest } from './presign-request.js';
import type { SessionInternals } from './session-internals.js';

/** Signs a request in its URL. */
export const signUrl = async (
  { service, hostname, port, query, expiresInSeconds }: PresignRequest,
  { region, credentials, clock }: SessionInternals,
): Promise<string> => {
  const request = new HttpRequest({
    protocol: 'https:',
    hostname,
    port,
    query: { ...query },
    headers: { host: `${hostname}:${port}` },
  });
  const signed = await presign(
    request,
    { service, region, credentials: credentials as AwsCredentialIdentityProvider },
    { expiresIn: expiresInSeconds, signingDate: new Date(clock.now()) },
  );
  return signed.url;
};
