import { NotFoundError } from '@arch/core';
import type { CallOptions, DeclaredFunction } from '@arch/core/builder';

import { isUnknownSetting } from '../is-not-implemented.js';
import type { Bucket } from './bucket.js';
import { getBucketEncryption } from './encryption/index.js';
import { getObjectLockConfiguration } from './object-locks/index.js';
import { getBucketOwnershipControls } from './ownership-controls/index.js';
import { getPublicAccessBlock } from './public-access-blocks/index.js';
import { getBucketTagging } from './tags/index.js';
import { getBucketVersioning } from './versioning/index.js';

/** The operations that read the settings of an existing bucket. */
export const settingRequests = (): readonly DeclaredFunction[] => [
  getBucketVersioning,
  getBucketEncryption,
  getPublicAccessBlock,
  getObjectLockConfiguration,
  getBucketOwnershipControls,
  getBucketTagging,
];

/** Reads the settings of a bucket with six requests in parallel. */
export const bucketSettings = async (
  bucket: string,
  options: CallOptions,
): Promise<Omit<Bucket, 'bucket' | 'region'>> => {
  const [versioning, encryption, publicAccessBlock, lock, ownership, tagging] = await Promise.all([
    optionalSetting(getBucketVersioning(bucket, options)),
    optionalSetting(getBucketEncryption(bucket, options)),
    optionalSetting(getPublicAccessBlock(bucket, options)),
    optionalSetting(getObjectLockConfiguration(bucket, options)),
    optionalSetting(getBucketOwnershipControls(bucket, options)),
    optionalSetting(getBucketTagging(bucket, options)),
  ]);
  return {
    versioning: versioning?.status ?? 'Disabled',
    encryption: encryption?.encryption,
    kmsKeyId: encryption?.kmsKeyId,
    publicAccessBlock,
    objectOwnership: ownership?.objectOwnership,
    objectLock: lock?.objectLock ?? false,
    defaultRetention: lock?.defaultRetention,
    tags: tagging?.tags ?? {},
  };
};

/** S3 responds with an error if the bucket lacks the setting; other stores do so if they do not implement the setting. */
const optionalSetting = async <Value>(setting: Promise<Value>): Promise<Value | undefined> => {
  try {
    return await setting;
  } catch (error) {
    if (error instanceof NotFoundError && error.code !== 'NoSuchBucket') return undefined;
    if (isUnknownSetting(error)) return undefined;
    throw error;
  }
};
