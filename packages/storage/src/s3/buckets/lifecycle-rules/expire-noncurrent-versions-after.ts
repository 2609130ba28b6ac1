import { z } from '@arch/core/builder';

import { lifecycleFilter } from './lifecycle-rule-settings.js';
import type { LifecycleFilter, LifecycleRuleSettings } from './lifecycle-rule.js';
import { readRuleInput, type RuleDuration } from './rule-duration.js';

/** The input of {@link expireNoncurrentVersionsAfter}. */
export type ExpireNoncurrentVersionsAfterInput = LifecycleFilter &
  RuleDuration & {
    /** The number of newest old versions that S3 keeps, 1–100. Default: 0. */
    readonly newerNoncurrentVersions?: number | undefined;
  };

/**
 * Makes a lifecycle rule that permanently deletes old versions some time after a newer version replaced them. Sends nothing: pass the rule to
 * `putBucketLifecycleConfiguration` or `addLifecycleRule`.
 *
 * @example
 * const rule = expireNoncurrentVersionsAfter({ days: 90, newerNoncurrentVersions: 3 });
 * @throws {InvalidInputError} a member is wrong.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_NoncurrentVersionExpiration.html
 */
export const expireNoncurrentVersionsAfter = (members: ExpireNoncurrentVersionsAfterInput): LifecycleRuleSettings => {
  const { days, newerNoncurrentVersions, ...filter } = readRuleInput<ExpireNoncurrentVersionsAfterInput>(
    'expireNoncurrentVersionsAfter',
    members,
    { ...lifecycleFilter(), newerNoncurrentVersions: z.optional(z.int().check(z.gte(1), z.lte(100))) },
  );
  return { ...filter, noncurrentVersionExpiration: { noncurrentDays: days, newerNoncurrentVersions } };
};
