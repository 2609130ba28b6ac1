import type { ClientType } from '../call/client-type.js';
import type { Credentials } from './credentials.js';
import { credentialsOfSts } from './credentials-of-sts.js';

/** A role to assume with STS. */
export interface AssumeRole {
  /** ARN of the role, e.g. `arn:aws:iam::123456789012:role/deploy`. */
  readonly roleArn: string;
  /** External ID that the trust policy of the role requires, 2–1,224 characters. */
  readonly externalId?: string | undefined;
  /** Name of the role session, which CloudTrail shows, 2–64 characters. Default `arch-<time>`. */
  readonly roleSessionName?: string | undefined;
  /** Lifetime of the credentials in seconds, 900–43,200, at most the maximum of the role. Default 3,600. */
  readonly durationSeconds?: number | undefined;
  /** Session policy that further restricts the permissions of the role, as JSON text. */
  readonly policy?: string | undefined;
}

/** A role of a profile, which may require an MFA code. */
export interface ProfileRole extends AssumeRole {
  readonly serialNumber?: string | undefined;
  readonly tokenCode?: string | undefined;
}

/** Requests credentials of a role from STS. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const assumeRole = async (
  client: <Client>(type: ClientType<Client>) => Client,
  role: ProfileRole,
  abortSignal: AbortSignal,
): Promise<Credentials> => {
  const { StsClient, stsCommands } = await import('./sts/sts-client.js');
  const { AssumeRoleCommand } = stsCommands();
  const command = new AssumeRoleCommand({
    RoleArn: role.roleArn,
    RoleSessionName: role.roleSessionName ?? `arch-${Date.now()}`,
    ExternalId: role.externalId,
    DurationSeconds: role.durationSeconds,
    Policy: role.policy,
    SerialNumber: role.serialNumber,
    TokenCode: role.tokenCode,
  });
  const { Credentials: keys } = await client(StsClient).send(command, { abortSignal });
  return credentialsOfSts(keys, `AssumeRole of ${role.roleArn}`);
};
