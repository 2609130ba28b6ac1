import { nodeCrypto } from '@arch/core/builder';

/** Whether a text has the MD5 that SQS says. What is no MD5 says nothing. */
export const hasMd5 = (text: string, md5: string | undefined): boolean =>
  md5 === undefined || !/^[0-9a-f]{32}$/.test(md5) || nodeCrypto().createHash('md5').update(text).digest('hex') === md5;
