import { input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { HeadBucketCommand } from '@aws-sdk/client-s3';

/** Checks that a bucket exists. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export const headBucket: Operation<{ readonly bucket: string }, void> = operation(() => ({
  service: s3,
  command: HeadBucketCommand,
  permissions: [{ action: 's3:ListBucket', resources: ['bucket'] }],
  input: input<{ readonly bucket: string }>({ bucket: z.string() }),
  output: noOutput(),
}));
