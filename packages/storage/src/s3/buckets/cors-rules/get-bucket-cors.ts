import { type AwsResource, from, input, list, operation, type Operation, resource } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketCorsCommand, GetBucketCorsOutput$ } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { settingNotFound } from '../../setting-not-found.js';
import { corsRule, type CorsRule } from './cors-rule.js';

export interface GetBucketCorsInput extends BucketReference {}

/** The CORS configuration of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html */
export interface BucketCors extends AwsResource {
  /** The rules. The first rule that matches a request applies. */
  readonly rules: readonly CorsRule[];
}

/**
 * Returns the CORS rules of a bucket.
 *
 * @example
 * const { rules } = await getBucketCors('uploads');
 * @throws {NotFoundError} there is no such bucket, or it has no CORS rules.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html
 */
export const getBucketCors: Operation<string | GetBucketCorsInput, BucketCors, { on: 'bucket' }> = operation(() => ({
  name: 'getBucketCors',
  service: s3,
  command: GetBucketCorsCommand,
  permissions: [{ action: 's3:GetBucketCORS', resources: ['bucket'] }],
  key: 'bucket',
  input: input<GetBucketCorsInput>(bucketReference()),
  output: resource<BucketCors>(GetBucketCorsOutput$, { rules: from('CORSRules', list(corsRule())) }),
  errors: { NoSuchCORSConfiguration: settingNotFound('CORS configuration', 'putBucketCors') },
}));
