import { awsNames, checkCredentials } from './check-credentials.js';
import type { Credentials } from './credentials.js';

/** The keys in a response of STS. */
export interface StsKeys {
  readonly AccessKeyId?: string | undefined;
  readonly SecretAccessKey?: string | undefined;
  readonly SessionToken?: string | undefined;
  readonly Expiration?: Date | undefined;
}

/** Converts the keys in a response of STS. */
export const credentialsOfSts = (keys: StsKeys | undefined, source: string): Credentials =>
  checkCredentials(
    {
      accessKeyId: keys?.AccessKeyId,
      secretAccessKey: keys?.SecretAccessKey,
      sessionToken: keys?.SessionToken,
      expiration: keys?.Expiration,
    },
    { source, names: awsNames },
  );
