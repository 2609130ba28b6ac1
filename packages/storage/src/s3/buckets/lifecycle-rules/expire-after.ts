import { lifecycleFilter } from './lifecycle-rule-settings.js';
import type { LifecycleFilter, LifecycleRuleSettings } from './lifecycle-rule.js';
import { readRuleInput, type RuleDuration } from './rule-duration.js';

/** The input of {@link expireAfter}. */
export type ExpireAfterInput = LifecycleFilter & RuleDuration;

/**
 * Makes a lifecycle rule that deletes objects some time after their creation. With versioning, S3 adds a delete marker and keeps the versions:
 * `expireNoncurrentVersionsAfter` deletes them. Sends nothing: pass the rule to `putBucketLifecycleConfiguration` or `addLifecycleRule`.
 *
 * @example
 * const rule = expireAfter({ years: 7, prefix: 'invoices/' });
 * @throws {InvalidInputError} a member is wrong.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html
 */
export const expireAfter = (members: ExpireAfterInput): LifecycleRuleSettings => {
  const { days, ...filter } = readRuleInput<ExpireAfterInput>('expireAfter', members, lifecycleFilter());
  return { ...filter, expiration: { days } };
};
