import { NotFoundError } from '@arch/core';
import { checkAwsMembers, input, type Operation, task, text } from '@arch/core/builder';
import { PutBucketLifecycleConfigurationCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { deleteBucketLifecycle } from './delete-bucket-lifecycle.js';
import { getBucketLifecycleConfiguration } from './get-bucket-lifecycle-configuration.js';
import { currentRules, requestLifecycleRules } from './request-lifecycle-rules.js';

export interface RemoveLifecycleRuleInput extends BucketReference {
  /** The ID of the rule. */
  readonly id: string;
}

/**
 * Removes one lifecycle rule of a bucket. The other rules stay. S3 has no such request: the function reads all rules and writes them back, so a
 * rule that another call changes at the same time may be lost.
 *
 * @example
 * await removeLifecycleRule({ bucket: 'reports', id: 'logs' });
 * @throws {NotFoundError} there is no such bucket, or it has no such rule.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
 */
export const removeLifecycleRule: Operation<RemoveLifecycleRuleInput, void, { on: 'bucket' }> = task(() => ({
  name: 'removeLifecycleRule',
  input: input<RemoveLifecycleRuleInput>({ ...bucketReference(), id: text(1, 255) }),
  uses: [getBucketLifecycleConfiguration, requestLifecycleRules, deleteBucketLifecycle],
  timeoutMs: 60_000,
  run: async ({ bucket, id, aws }, options) => {
    checkAwsMembers('removeLifecycleRule', PutBucketLifecycleConfigurationCommand, aws);
    const current = await currentRules(bucket, options);
    const rules = current.rules.filter(({ ID }) => ID !== id);
    if (rules.length === current.rules.length) throw ruleNotFound(bucket, id, current.rules);
    // S3 rejects an empty list.
    if (rules.length === 0) await deleteBucketLifecycle(bucket, options);
    else await requestLifecycleRules({ ...current, bucket, rules, aws }, options);
  },
}));

const ruleNotFound = (bucket: string, id: string, rules: readonly { ID?: string | undefined }[]): NotFoundError => {
  const ids = rules.slice(0, 10).map(({ ID = '' }) => ID);
  const known = ids.length === 0 ? 'it has no lifecycle rules' : `its rules are ${ids.join(', ')}`;
  return new NotFoundError(
    `removeLifecycleRule: lifecycle rule ${id} in bucket ${bucket} does not exist: ${known}${rules.length > ids.length ? ', …' : ''}.`,
    { operation: 'removeLifecycleRule', resource: 'lifecycle rule', id },
  );
};
