import { openEnum, z } from '@arch/core/builder';

import { lifecycleFilter } from './lifecycle-rule-settings.js';
import {
  type LifecycleFilter,
  type LifecycleRuleSettings,
  type TransitionStorageClass,
  transitionStorageClasses,
} from './lifecycle-rule.js';
import { readRuleInput, type RuleDuration } from './rule-duration.js';

/** The input of {@link archiveNoncurrentVersionsAfter}. */
export type ArchiveNoncurrentVersionsAfterInput = LifecycleFilter &
  RuleDuration & {
    /** The storage class. Default: `GLACIER`. */
    readonly storageClass?: TransitionStorageClass | undefined;
    /** The number of newest old versions that stay in their storage class, 1–100. Default: 0. */
    readonly newerNoncurrentVersions?: number | undefined;
  };

/**
 * Makes a lifecycle rule that moves old versions to another storage class some time after a newer version replaced them. Sends nothing: pass
 * the rule to `putBucketLifecycleConfiguration` or `addLifecycleRule`.
 *
 * @example
 * const rule = archiveNoncurrentVersionsAfter({ days: 30, storageClass: 'GLACIER_IR' });
 * @throws {InvalidInputError} a member is wrong.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_NoncurrentVersionTransition.html
 */
export const archiveNoncurrentVersionsAfter = (members: ArchiveNoncurrentVersionsAfterInput): LifecycleRuleSettings => {
  const {
    days,
    storageClass = 'GLACIER',
    newerNoncurrentVersions,
    ...filter
  } = readRuleInput<ArchiveNoncurrentVersionsAfterInput>('archiveNoncurrentVersionsAfter', members, {
    ...lifecycleFilter(),
    storageClass: z.optional(openEnum(transitionStorageClasses)),
    newerNoncurrentVersions: z.optional(z.int().check(z.gte(1), z.lte(100))),
  });
  return { ...filter, noncurrentVersionTransitions: [{ noncurrentDays: days, storageClass, newerNoncurrentVersions }] };
};
