import { input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketCorsCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { type CorsRule, corsRuleSettings } from './cors-rule.js';

export interface PutBucketCorsInput extends BucketReference {
  /** All rules, 1–100. The first rule that matches a request applies. */
  readonly rules: readonly CorsRule[];
}

/**
 * Replaces the CORS rules of a bucket: rules that the input does not contain are removed. CORS lets browsers send requests; it gives no
 * permissions.
 *
 * @example
 * await putBucketCors({
 *   bucket: 'uploads',
 *   rules: [{ allowedOrigins: ['https://example.com'], allowedMethods: ['PUT'], allowedHeaders: ['*'], exposeHeaders: ['ETag'] }],
 * });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html
 */
export const putBucketCors: Operation<PutBucketCorsInput, void, { on: 'bucket' }> = operation(() => ({
  name: 'putBucketCors',
  service: s3,
  command: PutBucketCorsCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketCORS', resources: ['bucket'] }],
  key: 'bucket',
  input: input<PutBucketCorsInput>({
    ...bucketReference(),
    rules: z.array(corsRuleSettings()).check(z.minLength(1), z.maxLength(100)),
  }),
  output: noOutput(),
  request: ({ bucket, rules }) => ({
    Bucket: bucket,
    CORSConfiguration: {
      CORSRules: rules.map(({ id, allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders, maxAgeSeconds }) => ({
        ID: id,
        AllowedOrigins: [...allowedOrigins],
        AllowedMethods: [...allowedMethods],
        AllowedHeaders: allowedHeaders && [...allowedHeaders],
        ExposeHeaders: exposeHeaders && [...exposeHeaders],
        MaxAgeSeconds: maxAgeSeconds,
      })),
    },
  }),
}));
