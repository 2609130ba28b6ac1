import type { CallOptions, DeclaredFunction } from '@arch/core/builder';

import type { Bucket } from './bucket.js';
import { getBucketEncryption } from './encryption/index.js';
import { getObjectLockConfiguration } from './object-locks/index.js';
import { getBucketOwnershipControls } from './ownership-controls/index.js';
import { getPublicAccessBlock } from './public-access-blocks/index.js';
import { type ReadSetting, readSetting, type SettingRequest } from './read-setting.js';
import { getBucketTagging } from './tags/index.js';
import type { ReadableSetting } from './unreadable-setting.js';
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
  const read = <Value, Absent = undefined>(
    setting: ReadableSetting,
    request: SettingRequest<Value>,
    absent?: Absent,
  ): Promise<ReadSetting<Value | Absent | undefined>> => readSetting(setting, request, { bucket, absent, options });
  const settings = await Promise.all([
    read('versioning', getBucketVersioning, { status: 'Disabled' }),
    read('encryption', getBucketEncryption),
    read('publicAccessBlock', getPublicAccessBlock),
    read('objectLock', getObjectLockConfiguration, { objectLock: false, defaultRetention: undefined }),
    read('objectOwnership', getBucketOwnershipControls),
    read('tags', getBucketTagging, { tags: {} }),
  ]);
  const [versioning, encryption, publicAccessBlock, lock, ownership, tagging] = settings;
  return {
    versioning: versioning.value?.status,
    encryption: encryption.value?.encryption,
    kmsKeyId: encryption.value?.kmsKeyId,
    publicAccessBlock: publicAccessBlock.value,
    objectOwnership: ownership.value?.objectOwnership,
    objectLock: lock.value?.objectLock,
    defaultRetention: lock.value?.defaultRetention,
    tags: tagging.value?.tags,
    unreadable: settings.flatMap(({ denied }) => denied ?? []),
  };
};
