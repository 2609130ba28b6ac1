import { formatUrl } from '@aws-sdk/core/util';
import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsCredentialIdentityProvider } from '@smithy/types';

import { asArchError } from '../errors/as-arch-error.js';
import { sessionFor } from './current-session.js';
import type { SessionChoice } from './session-choice.js';
import { internalsOf } from './session-internals.js';

/** A GET request that shall be made by its URL alone. */
export interface PresignRequest {
  /** The function that signs, for its errors. */
  readonly operation: string;
  /** The name that AWS signs under, e.g. `rds-db`. */
  readonly service: string;
  readonly hostname: string;
  readonly port: number;
  readonly query: Readonly<Record<string, string>>;
  readonly expiresInSeconds: number;
}

/**
 * Signs a request in its URL with the session's credentials, in its region, at the time of its clock. Nothing is sent. Until it expires the
 * URL is a secret.
 */
export const presignUrl = async (
  { operation, service, hostname, port, query, expiresInSeconds }: PresignRequest,
  options: SessionChoice,
): Promise<string> => {
  const { region, credentials, clock } = internalsOf(sessionFor(options));
  const request = new HttpRequest({
    protocol: 'https:',
    hostname,
    port,
    query: { ...query },
    headers: { host: `${hostname}:${port}` },
  });
  try {
    const keys = credentials as AwsCredentialIdentityProvider;
    const signer = new SignatureV4({ service, region, credentials: keys, sha256: Sha256 });
    const signingDate = new Date(clock.now());
    return formatUrl(await signer.presign(request, { expiresIn: expiresInSeconds, signingDate }));
  } catch (error) {
    throw asArchError(error, operation);
  }
};
