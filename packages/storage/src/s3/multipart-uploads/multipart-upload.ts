import { type AwsInput, type AwsResource, optionalString, resource, type Schema, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';
import { MultipartUpload$ } from '@aws-sdk/client-s3';

/** The members that identify a multipart upload. */
export interface MultipartUploadReference extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The ID of the upload, which `createMultipartUpload` returned. */
  readonly uploadId: string;
}

/** Checks the members of {@link MultipartUploadReference}. */
export const multipartUploadReference = (): {
  bucket: z.ZodMiniType<string>;
  key: z.ZodMiniType<string>;
  uploadId: z.ZodMiniType<string>;
} => ({ bucket: bucketName(), key: objectKey(), uploadId: text(1, 1_024) });

/** A multipart upload in progress. https://docs.aws.amazon.com/AmazonS3/latest/API/API_MultipartUpload.html */
export interface MultipartUpload extends AwsResource {
  /** The key of the object. */
  readonly key: string;
  /** The ID of the upload. */
  readonly uploadId: string;
  /** The time at which the upload was created, in UTC. */
  readonly initiated?: Date | undefined;
  /** The storage class of the object. */
  readonly storageClass?: string | undefined;
}

/** Parses one S3 `MultipartUpload` structure. */
export const multipartUpload = (): Schema<MultipartUpload> =>
  resource<MultipartUpload>(MultipartUpload$, {
    key: z.string(),
    uploadId: z.string(),
    initiated: z.optional(z.date()),
    storageClass: optionalString(),
  });
