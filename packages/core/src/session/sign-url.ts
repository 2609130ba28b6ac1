import { formatUrl } from '@aws-sdk/core/util';
import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsCredentialIdentityProvider } from '@smithy/types';

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
  const keys = credentials as AwsCredentialIdentityProvider;
  const signer = new SignatureV4({ service, region, credentials: keys, sha256: Sha256 });
  const signingDate = new Date(clock.now());
  return formatUrl(await signer.presign(request, { expiresIn: expiresInSeconds, signingDate }));
};
