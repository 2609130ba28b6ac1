import { randomBytes } from 'node:crypto';

/** What requests to one start of the local AWS are signed with. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Of AWS's length, and with none of AWS's prefixes: nobody takes it for a key of an account. */
export function newAccessKey(): AccessKey {
  return {
    accessKeyId: `ARCH${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  };
}
