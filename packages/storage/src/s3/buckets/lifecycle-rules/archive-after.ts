import { openEnum, z } from '@arch/core/builder';

import { lifecycleFilter } from './lifecycle-rule-settings.js';
import {
  type LifecycleFilter,
  type LifecycleRuleSettings,
  type TransitionStorageClass,
  transitionStorageClasses,
} from './lifecycle-rule.js';
import { readRuleInput, type RuleDuration } from './rule-duration.js';

/** The input of {@link archiveAfter}. */
export type ArchiveAfterInput = LifecycleFilter &
  RuleDuration & {
    /** The storage class. Default: `GLACIER`. */
    readonly storageClass?: TransitionStorageClass | undefined;
  };

/**
 * Makes a lifecycle rule that moves objects to another storage class some time after their creation. Sends nothing: pass the rule to
 * `putBucketLifecycleConfiguration` or `addLifecycleRule`.
 *
 * @example
 * const rule = archiveAfter({ days: 90, storageClass: 'DEEP_ARCHIVE', prefix: 'invoices/' });
 * @throws {InvalidInputError} a member is wrong.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 */
export const archiveAfter = (members: ArchiveAfterInput): LifecycleRuleSettings => {
  const {
    days,
    storageClass = 'GLACIER',
    ...filter
  } = readRuleInput<ArchiveAfterInput>('archiveAfter', members, {
    ...lifecycleFilter(),
    storageClass: z.optional(openEnum(transitionStorageClasses)),
  });
  return { ...filter, transitions: [{ days, storageClass }] };
};
