import { randomBytes } from 'node:crypto';

/** The access key with which requests to a local AWS are signed. */
export interface AccessKey {
  /** The access key ID. */
  readonly accessKeyId: string;
  /** The secret access key. */
  readonly secretAccessKey: string;
}

/** Creates a random access key. It has the length of AWS's access keys, but none of their prefixes, so it is not mistaken for a key of an account. */
export function newAccessKey(): AccessKey {
  return {
    accessKeyId: `ARCH${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  };
}
