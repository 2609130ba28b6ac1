// The client that the SDK's own credential providers use: client-sts would be built in a second time.
import { AssumeRoleCommand, STSClient } from '@aws-sdk/nested-clients/sts';

import type { Credentials } from './credentials.js';
import type { ClientType } from '../call/client-type.js';
import { CredentialsError } from '../errors/credentials-error.js';

/** A role to assume with STS. */
export interface AssumeRole {
  /** e.g. `arn:aws:iam::123456789012:role/deploy`. */
  readonly roleArn: string;
  /** What the role's owner asks for, 2–1,224 characters. */
  readonly externalId?: string | undefined;
  /** Appears in CloudTrail, 2–64 characters. Default `arch-<time>`. */
  readonly roleSessionName?: string | undefined;
  /** 900–43,200; at most the role's own maximum. Default 3,600. */
  readonly durationSeconds?: number | undefined;
  /** An inline policy that narrows what the role may do, as JSON text. */
  readonly policy?: string | undefined;
}

/** Asks STS for the role's credentials. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const assumeRole = async (
  client: <Client>(type: ClientType<Client>) => Client,
  role: AssumeRole,
): Promise<Credentials> => {
  const { Credentials: keys } = await client(STSClient).send(
    new AssumeRoleCommand({
      RoleArn: role.roleArn,
      RoleSessionName: role.roleSessionName ?? `arch-${Date.now()}`,
      ExternalId: role.externalId,
      DurationSeconds: role.durationSeconds,
      Policy: role.policy,
    }),
  );
  if (!keys?.AccessKeyId || !keys.SecretAccessKey)
    throw new CredentialsError(`STS gave no credentials for ${role.roleArn}.`);
  return {
    accessKeyId: keys.AccessKeyId,
    secretAccessKey: keys.SecretAccessKey,
    sessionToken: keys.SessionToken,
    expiration: keys.Expiration,
  };
};
