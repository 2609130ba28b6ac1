import { type AwsInput, input, operation, type Operation, optionalString, resource, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { HeadBucketCommand, HeadBucketOutput$ } from '@aws-sdk/client-s3';

/** The input of {@link headBucket}. */
interface HeadBucketInput extends AwsInput {
  readonly bucket: string;
}

/** The region of a bucket. Other stores than S3 may not return it. */
interface BucketHead {
  readonly bucketRegion?: string | undefined;
}

/**
 * Checks that a bucket exists and reads its region. Throws `NotFoundError` if the bucket does not exist.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 */
export const headBucket: Operation<HeadBucketInput, BucketHead> = operation(() => ({
  name: 'headBucket',
  service: s3,
  command: HeadBucketCommand,
  permissions: [{ action: 's3:ListBucket', resources: ['bucket'] }],
  input: input<HeadBucketInput>({ bucket: z.string() }),
  output: resource<BucketHead>(HeadBucketOutput$, { bucketRegion: optionalString() }),
}));
