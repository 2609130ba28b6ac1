import { ArchError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { type DefaultRetention, getObjectLockConfiguration } from '../../buckets/object-locks/index.js';
import { type BucketVersioningStatus, getBucketVersioning } from '../../buckets/versioning/index.js';
import { isUnknownSetting } from '../../is-not-implemented.js';

/** The settings of a bucket that protect its objects against deletion. */
export interface BucketProtection {
  /** The versioning state: `Enabled`, `Suspended`, or `Disabled` if versioning was never enabled. */
  readonly versioning: BucketVersioningStatus;
  /** Whether Object Lock is enabled, i.e. versions can be locked. */
  readonly objectLock: boolean;
  /** The retention that Object Lock applies to new objects that are written without one. */
  readonly defaultRetention?: DefaultRetention | undefined;
}

/** Reads the versioning state and the Object Lock of a bucket. */
export const requestProtection = async (bucket: string, options: CallOptions): Promise<BucketProtection> => {
  const { status: versioning } = await getBucketVersioning(bucket, options);
  try {
    const { objectLock, defaultRetention } = await getObjectLockConfiguration(bucket, options);
    return { versioning, objectLock, defaultRetention };
  } catch (error) {
    if (!isWithoutLock(error)) throw error;
    return { versioning, objectLock: false };
  }
};

const isWithoutLock = (error: unknown): boolean =>
  isUnknownSetting(error) || (error instanceof ArchError && error.code === 'ObjectLockConfigurationNotFoundError');
