import { input, noOutput, openEnum, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketLifecycleConfigurationCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { lifecycleRuleSettings, toLifecycleRule } from './lifecycle-rule-settings.js';
import type { LifecycleRuleSettings } from './lifecycle-rule.js';

export interface PutBucketLifecycleConfigurationInput extends BucketReference {
  /** All rules of the bucket, 1–1,000. Rules that the list does not contain are removed. */
  readonly rules: readonly LifecycleRuleSettings[];
  /**
   * The objects that transitions skip because of their size: `all_storage_classes_128K` (smaller than 128 KB) or `varies_by_storage_class`
   * (smaller than 128 KB, except for `GLACIER` and `DEEP_ARCHIVE`). Default that AWS applies: `all_storage_classes_128K`.
   */
  readonly transitionDefaultMinimumObjectSize?: string | undefined;
}

/**
 * Replaces all lifecycle rules of a bucket; `addLifecycleRule` keeps the others. S3 applies rules once per day: the first changes can be visible
 * after 48 hours, also to existing objects. Transitions cost a request per object. Object Lock prevents the deletion of locked versions.
 *
 * @example
 * await putBucketLifecycleConfiguration({
 *   bucket: 'reports',
 *   rules: [archiveAfter({ days: 90, prefix: 'invoices/' }), expireAfter({ years: 7 }), abortUploadsAfter({ days: 7 })],
 * });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {InvalidRequestError} two rules contradict each other.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
 */
export const putBucketLifecycleConfiguration: Operation<PutBucketLifecycleConfigurationInput, void, { on: 'bucket' }> =
  operation(() => ({
    name: 'putBucketLifecycleConfiguration',
    service: s3,
    command: PutBucketLifecycleConfigurationCommand,
    repeatable: true,
    permissions: [{ action: 's3:PutLifecycleConfiguration', resources: ['bucket'] }],
    key: 'bucket',
    input: input<PutBucketLifecycleConfigurationInput>({
      ...bucketReference(),
      rules: z.array(lifecycleRuleSettings()).check(
        z.minLength(1),
        z.maxLength(1_000),
        z.refine((rules) => new Set(idsOf(rules)).size === idsOf(rules).length, {
          error: 'a list of rules with different IDs',
        }),
      ),
      transitionDefaultMinimumObjectSize: z.optional(openEnum(['all_storage_classes_128K', 'varies_by_storage_class'])),
    }),
    output: noOutput(),
    request: ({ bucket, rules, transitionDefaultMinimumObjectSize }) => ({
      Bucket: bucket,
      LifecycleConfiguration: { Rules: rules.map(toLifecycleRule) },
      TransitionDefaultMinimumObjectSize: transitionDefaultMinimumObjectSize as never,
    }),
  }));

const idsOf = (rules: readonly LifecycleRuleSettings[]): readonly string[] =>
  rules.flatMap(({ id }) => (id === undefined ? [] : [id]));
