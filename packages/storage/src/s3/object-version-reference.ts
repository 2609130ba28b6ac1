import { type AwsInput, type InputFields, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';

/** The members that identify a version of an object. */
export interface ObjectVersionReference extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The ID of the version. Default: the current version. */
  readonly versionId?: string | undefined;
}

/** Checks the members of {@link ObjectVersionReference}. */
export const objectVersionReference = (): InputFields<ObjectVersionReference> => ({
  bucket: bucketName(),
  key: objectKey(),
  versionId: z.optional(text(1, 1_024)),
});
