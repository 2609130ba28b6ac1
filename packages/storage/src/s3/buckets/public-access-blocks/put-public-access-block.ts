import { input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutPublicAccessBlockCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface PutPublicAccessBlockInput extends BucketReference {
  /** Whether S3 rejects requests that set a public access control list. Default: `true`. */
  readonly blockPublicAcls?: boolean | undefined;
  /** Whether S3 ignores public access control lists. Default: `true`. */
  readonly ignorePublicAcls?: boolean | undefined;
  /** Whether S3 rejects bucket policies that allow public access. Default: `true`. */
  readonly blockPublicPolicy?: boolean | undefined;
  /**
   * Whether a public bucket policy allows access only for AWS services and for authorized users of the bucket's account. Default: `true`.
   */
  readonly restrictPublicBuckets?: boolean | undefined;
}

/**
 * Replaces the Block Public Access settings of a bucket. An omitted setting is `true`; AWS's own default for this request is `false`. S3 may
 * need some seconds until the settings apply to all requests.
 *
 * @example
 * await putPublicAccessBlock({ bucket: 'my-website', blockPublicPolicy: false, restrictPublicBuckets: false });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html
 */
export const putPublicAccessBlock: Operation<string | PutPublicAccessBlockInput, void, { on: 'bucket' }> = operation(
  () => ({
    name: 'putPublicAccessBlock',
    service: s3,
    command: PutPublicAccessBlockCommand,
    repeatable: true,
    permissions: [{ action: 's3:PutBucketPublicAccessBlock', resources: ['bucket'] }],
    key: 'bucket',
    input: input<PutPublicAccessBlockInput>({
      ...bucketReference(),
      blockPublicAcls: z.optional(z.boolean()),
      ignorePublicAcls: z.optional(z.boolean()),
      blockPublicPolicy: z.optional(z.boolean()),
      restrictPublicBuckets: z.optional(z.boolean()),
    }),
    output: noOutput(),
    request: ({
      bucket,
      blockPublicAcls = true,
      ignorePublicAcls = true,
      blockPublicPolicy = true,
      restrictPublicBuckets = true,
    }) => ({
      Bucket: bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: blockPublicAcls,
        IgnorePublicAcls: ignorePublicAcls,
        BlockPublicPolicy: blockPublicPolicy,
        RestrictPublicBuckets: restrictPublicBuckets,
      },
    }),
  }),
);
