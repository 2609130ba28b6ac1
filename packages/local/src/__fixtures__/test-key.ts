import type { AccessKey } from '../guard/access-key.js';

/** The access key of servers that a test starts without `startLocalAws`. */
export const testKey: AccessKey = { accessKeyId: 'ARCHTESTKEY000000000', secretAccessKey: 'secret-of-the-tests' };

/** The same access key as environment variables. */
export const testKeyEnv: { AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string } = {
  AWS_ACCESS_KEY_ID: testKey.accessKeyId,
  AWS_SECRET_ACCESS_KEY: testKey.secretAccessKey,
};
