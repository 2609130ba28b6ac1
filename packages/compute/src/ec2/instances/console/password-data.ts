import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { GetPasswordDataResult$ } from '@aws-sdk/client-ec2';

/** The administrator password of a Windows instance, encrypted as AWS stores it. */
export interface EncryptedPassword extends AwsResource {
  /** The ID of the instance. */
  readonly instanceId: string;
  /** The time at which the instance last wrote the password, in UTC. */
  readonly timestamp?: Date | undefined;
  /** The password, encrypted with the public key of the key pair of the instance, in base64. Absent until the instance has written it. */
  readonly passwordData?: string | undefined;
}

/** The administrator password of a Windows instance. */
export interface PasswordData extends EncryptedPassword {
  /** The password in clear text, if `privateKey` was set and the instance has written a password. Do not log it. */
  readonly password?: string | undefined;
}

/** Parses the response of `GetPasswordData`. */
export const encryptedPassword = (): Schema<EncryptedPassword> =>
  resource<EncryptedPassword>(GetPasswordDataResult$, {
    instanceId: z.string(),
    timestamp: z.optional(z.date()),
    passwordData: { type: z.optional(z.string()), read: trimmed },
  });

/** AWS surrounds the password with line breaks, and sends an empty string if there is none. */
const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() || undefined : value);
