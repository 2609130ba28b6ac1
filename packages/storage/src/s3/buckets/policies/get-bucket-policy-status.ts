import { type AwsResource, input, operation, type Operation, resource, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketPolicyStatusCommand, PolicyStatus$ } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { settingNotFound } from '../../setting-not-found.js';

export interface GetBucketPolicyStatusInput extends BucketReference {}

/** Whether a bucket policy is public. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PolicyStatus.html */
export interface BucketPolicyStatus extends AwsResource {
  /** Whether the policy allows access to everyone, as S3 defines "public". */
  readonly isPublic: boolean;
}

/**
 * Returns whether the policy of a bucket is public. Access control lists are not considered.
 *
 * @example
 * const { isPublic } = await getBucketPolicyStatus('my-website');
 * @throws {NotFoundError} there is no such bucket, or it has no policy.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html
 */
export const getBucketPolicyStatus: Operation<
  string | GetBucketPolicyStatusInput,
  BucketPolicyStatus,
  { on: 'bucket' }
> = operation(() => ({
  name: 'getBucketPolicyStatus',
  service: s3,
  command: GetBucketPolicyStatusCommand,
  permissions: [{ action: 's3:GetBucketPolicyStatus', resources: ['bucket'] }],
  key: 'bucket',
  input: input<GetBucketPolicyStatusInput>(bucketReference()),
  output: resource<BucketPolicyStatus>(PolicyStatus$, { isPublic: z.boolean() }),
  absent: 'unexpected',
  select: ({ PolicyStatus }) => PolicyStatus,
  errors: { NoSuchBucketPolicy: settingNotFound('bucket policy', 'putBucketPolicy') },
}));
