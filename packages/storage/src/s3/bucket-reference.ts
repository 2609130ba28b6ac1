import type { AwsInput, InputFields } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';

/** The member that identifies a bucket. */
export interface BucketReference extends AwsInput {
  /** The name of the bucket. */
  readonly bucket: string;
}

/** Checks the member of {@link BucketReference}. */
export const bucketReference = (): InputFields<BucketReference> => ({ bucket: bucketName() });
