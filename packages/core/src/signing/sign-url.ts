import { HttpRequest } from '@smithy/core/protocols';
import type { AwsCredentialIdentity } from '@smithy/types';

import { presign } from './presign.js';
import type { UrlToSign } from './url-to-sign.js';
import { secondsLeft } from '../credentials/seconds-left.js';
import type { SessionInternals } from '../session/session-internals.js';

/** Signs a GET request in its URL. */
export const signUrl = async (
  { operation, service, hostname, port, query, expiresInSeconds }: UrlToSign,
  { region, credentials: provider, clock }: SessionInternals,
): Promise<string> => {
  const credentials = await provider();
  secondsLeft(operation, credentials, clock.now());
  const request = new HttpRequest({
    protocol: 'https:',
    hostname,
    port,
    query: { ...query },
    headers: { host: `${hostname}:${port}` },
  });
  const signed = await presign(
    request,
    { service, region, credentials: credentials as AwsCredentialIdentity },
    { expiresIn: expiresInSeconds, signingDate: new Date(clock.now()) },
  );
  return signed.url;
};
