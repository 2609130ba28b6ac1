import { resource, type Schema, z } from '@arch/core/builder';
import { PublicAccessBlockConfiguration$ } from '@aws-sdk/client-s3';

/** The Block Public Access settings of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html */
export interface PublicAccessBlock {
  /** Whether S3 rejects requests that set a public access control list. */
  readonly blockPublicAcls: boolean;
  /** Whether S3 ignores public access control lists. */
  readonly ignorePublicAcls: boolean;
  /** Whether S3 rejects bucket policies that allow public access. */
  readonly blockPublicPolicy: boolean;
  /** Whether a public bucket policy allows access only for AWS services and for authorized users of the bucket's account. */
  readonly restrictPublicBuckets: boolean;
}

/** Parses one S3 `PublicAccessBlockConfiguration` structure. */
export const publicAccessBlock = (): Schema<PublicAccessBlock> =>
  resource<PublicAccessBlock>(PublicAccessBlockConfiguration$, {
    blockPublicAcls: flag(),
    ignorePublicAcls: flag(),
    blockPublicPolicy: flag(),
    restrictPublicBuckets: flag(),
  });

const flag = () => ({ type: z.boolean(), read: (value: unknown) => value ?? false });
