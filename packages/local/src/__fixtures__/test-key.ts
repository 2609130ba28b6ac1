import type { AccessKey } from '../guard/access-key.js';

/** For servers that a test starts by itself. */
export const testKey: AccessKey = { accessKeyId: 'ARCHTESTKEY000000000', secretAccessKey: 'secret-of-the-tests' };

/** The same as variables, as a local AWS hands them out. */
export const testKeyEnv: { AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string } = {
  AWS_ACCESS_KEY_ID: testKey.accessKeyId,
  AWS_SECRET_ACCESS_KEY: testKey.secretAccessKey,
};
