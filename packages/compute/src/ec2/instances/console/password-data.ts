import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { GetPasswordDataResult$ } from '@aws-sdk/client-ec2';

/** A Windows administrator's password as AWS keeps it. */
export interface EncryptedPassword extends AwsResource {
  readonly instanceId: string;
  /** When the instance last wrote it, in UTC. */
  readonly timestamp?: Date | undefined;
  /** Encrypted with the public key of the instance's key pair, in base64; absent until the instance has written it. */
  readonly passwordData?: string | undefined;
}

/** The password of a Windows instance's administrator. */
export interface PasswordData extends EncryptedPassword {
  /** In clear text, where `privateKey` was passed and the instance has written a password. Do not log it. */
  readonly password?: string | undefined;
}

/** Parses the answer of `GetPasswordData`. */
export const encryptedPassword = (): Schema<EncryptedPassword> =>
  resource<EncryptedPassword>(GetPasswordDataResult$, {
    instanceId: z.string(),
    timestamp: z.optional(z.date()),
    passwordData: { type: z.optional(z.string()), read: trimmed },
  });

/** AWS sends line ends around it, and an empty text for none. */
const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() || undefined : value);
