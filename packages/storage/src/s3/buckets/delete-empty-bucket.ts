import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketCommand } from '@aws-sdk/client-s3';

/** Deletes a bucket that contains no objects. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html */
export const deleteEmptyBucket: Operation<AwsInput & { readonly bucket: string }, void> = operation(() => ({
  service: s3,
  command: DeleteBucketCommand,
  permissions: [{ action: 's3:DeleteBucket', resources: ['bucket'] }],
  input: input<AwsInput & { readonly bucket: string }>({ bucket: z.string() }),
  output: noOutput(),
  deletes: true,
}));
