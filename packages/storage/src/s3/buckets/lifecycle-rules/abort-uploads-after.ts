import { lifecycleFilter } from './lifecycle-rule-settings.js';
import type { LifecycleFilter, LifecycleRuleSettings } from './lifecycle-rule.js';
import { readRuleInput, type RuleDuration } from './rule-duration.js';

/** The input of {@link abortUploadsAfter}. Uploads have no tags and sizes. */
export type AbortUploadsAfterInput = Pick<LifecycleFilter, 'id' | 'prefix'> & RuleDuration;

/**
 * Makes a lifecycle rule that aborts multipart uploads that are unfinished some time after their start: their parts cost as much as objects.
 * Sends nothing: pass the rule to `putBucketLifecycleConfiguration` or `addLifecycleRule`.
 *
 * @example
 * const rule = abortUploadsAfter({ days: 7 });
 * @throws {InvalidInputError} a member is wrong.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html
 */
export const abortUploadsAfter = (members: AbortUploadsAfterInput): LifecycleRuleSettings => {
  const { id, prefix } = lifecycleFilter();
  const { days, ...filter } = readRuleInput<AbortUploadsAfterInput>('abortUploadsAfter', members, { id, prefix });
  return { ...filter, abortIncompleteMultipartUploadDays: days };
};
