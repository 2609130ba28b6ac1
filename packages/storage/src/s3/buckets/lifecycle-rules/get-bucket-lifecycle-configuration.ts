import {
  type AwsResource,
  input,
  list,
  operation,
  type Operation,
  optionalString,
  resource,
  type Schema,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import {
  GetBucketLifecycleConfigurationCommand,
  GetBucketLifecycleConfigurationOutput$,
  type LifecycleRule as AwsLifecycleRule,
} from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { settingNotFound } from '../../setting-not-found.js';
import { lifecycleRule, type LifecycleRule } from './lifecycle-rule.js';

export interface GetBucketLifecycleConfigurationInput extends BucketReference {}

/** The lifecycle rules of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html */
export interface BucketLifecycleConfiguration extends AwsResource {
  /** The rules, at most 1,000. */
  readonly rules: readonly LifecycleRule[];
  /**
   * The objects that transitions skip because of their size: `all_storage_classes_128K` (smaller than 128 KB) or `varies_by_storage_class`
   * (smaller than 128 KB, except for `GLACIER` and `DEEP_ARCHIVE`).
   */
  readonly transitionDefaultMinimumObjectSize?: string | undefined;
}

const bucketLifecycleConfiguration = (): Schema<BucketLifecycleConfiguration> =>
  resource<BucketLifecycleConfiguration>(GetBucketLifecycleConfigurationOutput$, {
    rules: list(lifecycleRule()),
    transitionDefaultMinimumObjectSize: optionalString(),
  });

/** Old rules have a prefix outside of the filter; S3 accepts only one of both forms. */
const withFilter = ({ Prefix, ...rule }: AwsLifecycleRule): AwsLifecycleRule => ({
  ...rule,
  Filter: rule.Filter ?? { Prefix: Prefix ?? '' },
});

/**
 * Returns the lifecycle rules of a bucket.
 *
 * @example
 * const { rules } = await getBucketLifecycleConfiguration('reports');
 * @throws {NotFoundError} there is no such bucket, or it has no lifecycle rules.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html
 */
export const getBucketLifecycleConfiguration: Operation<
  string | GetBucketLifecycleConfigurationInput,
  BucketLifecycleConfiguration,
  { on: 'bucket' }
> = operation(() => ({
  name: 'getBucketLifecycleConfiguration',
  service: s3,
  command: GetBucketLifecycleConfigurationCommand,
  permissions: [{ action: 's3:GetLifecycleConfiguration', resources: ['bucket'] }],
  key: 'bucket',
  input: input<GetBucketLifecycleConfigurationInput>(bucketReference()),
  output: bucketLifecycleConfiguration(),
  absent: 'unexpected',
  select: (response) => ({ ...response, Rules: response.Rules?.map(withFilter) }),
  errors: {
    NoSuchLifecycleConfiguration: settingNotFound('lifecycle configuration', 'putBucketLifecycleConfiguration'),
  },
}));
