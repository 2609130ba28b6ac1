import { checkAwsMembers, input, type Operation, task, text } from '@arch/core/builder';
import { PutBucketLifecycleConfigurationCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { getBucketLifecycleConfiguration } from './get-bucket-lifecycle-configuration.js';
import { lifecycleRuleSettings, toLifecycleRule } from './lifecycle-rule-settings.js';
import type { LifecycleRuleSettings } from './lifecycle-rule.js';
import { currentRules, requestLifecycleRules } from './request-lifecycle-rules.js';

export interface AddLifecycleRuleInput extends BucketReference {
  /** The ID of the rule, 1–255 characters. */
  readonly id: string;
  /** The rule; its own `id` is ignored. */
  readonly rule: LifecycleRuleSettings;
}

/**
 * Adds a lifecycle rule to a bucket, or replaces the rule with the same ID. The other rules stay. S3 has no such request: the function reads all
 * rules and writes them back, so a rule that another call changes at the same time may be lost.
 *
 * @example
 * await addLifecycleRule({ bucket: 'reports', id: 'logs', rule: expireAfter({ days: 30, prefix: 'logs/' }) });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {InvalidRequestError} the rule contradicts another one, or the bucket already has 1,000 rules.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
 */
export const addLifecycleRule: Operation<AddLifecycleRuleInput, void, { on: 'bucket' }> = task(() => ({
  name: 'addLifecycleRule',
  input: input<AddLifecycleRuleInput>({ ...bucketReference(), id: text(1, 255), rule: lifecycleRuleSettings() }),
  uses: [getBucketLifecycleConfiguration, requestLifecycleRules],
  timeoutMs: 60_000,
  run: async ({ bucket, id, rule, aws }, options) => {
    checkAwsMembers('addLifecycleRule', PutBucketLifecycleConfigurationCommand, aws);
    const current = await currentRules(bucket, options);
    const others = current.rules.filter(({ ID }) => ID !== id);
    await requestLifecycleRules(
      { ...current, bucket, rules: [...others, toLifecycleRule({ ...rule, id })], aws },
      options,
    );
  },
}));
