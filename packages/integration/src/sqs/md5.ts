import { nodeCrypto } from '@arch/core/builder';

/** Whether text has the MD5 hash that SQS returned. A value that is not an MD5 hash is ignored. */
export const hasMd5 = (text: string, md5: string | undefined): boolean =>
  md5 === undefined || !/^[0-9a-f]{32}$/.test(md5) || nodeCrypto().createHash('md5').update(text).digest('hex') === md5;
