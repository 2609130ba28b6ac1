import { secret, z } from '@arch/core/builder';

/** What an instance runs at its first start: a script or cloud-init document, as text or bytes. */
export type UserData = string | Uint8Array;

/** EC2's limit, before the encoding. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html */
const limitBytes = 16_384;

/** User data, checked; it is never quoted in an error, because scripts hold secrets. */
export const userData = (): z.ZodMiniType<UserData> =>
  secret(
    z.custom<UserData>(
      (value) => (typeof value === 'string' || value instanceof Uint8Array) && toBytes(value).byteLength <= limitBytes,
      `text or bytes of at most ${limitBytes.toLocaleString('en')} bytes, before encoding`,
    ),
  );

/** User data as bytes: text in UTF-8. */
export const toBytes = (data: UserData): Uint8Array => (typeof data === 'string' ? Buffer.from(data, 'utf8') : data);
