import { secret, z } from '@arch/core/builder';

/** A script or cloud-init document that an instance runs at its first start, as text or bytes. */
export type UserData = string | Uint8Array;

/** EC2's limit before base64 encoding. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html */
const limitBytes = 16_384;

/** Checks user data. Errors never quote it, because scripts may contain secrets. */
export const userData = (): z.ZodMiniType<UserData> =>
  secret(
    z.custom<UserData>(
      (value) => (typeof value === 'string' || value instanceof Uint8Array) && toBytes(value).byteLength <= limitBytes,
      `a string or Uint8Array of at most ${limitBytes.toLocaleString('en')} bytes before base64 encoding`,
    ),
  );

/** Returns user data as bytes. Text is encoded in UTF-8. */
export const toBytes = (data: UserData): Uint8Array => (typeof data === 'string' ? Buffer.from(data, 'utf8') : data);
