import { type AwsInput, type AwsResource, optionalString, resource, type Schema, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';
import { MultipartUpload$ } from '@aws-sdk/client-s3';

/** Which upload in parts. */
export interface MultipartUploadReference extends AwsInput {
  readonly bucket: string;
  readonly key: string;
  /** As `createMultipartUpload` gave it. */
  readonly uploadId: string;
}

/** The members of a {@link MultipartUploadReference}, checked. */
export const multipartUploadReference = (): {
  bucket: z.ZodMiniType<string>;
  key: z.ZodMiniType<string>;
  uploadId: z.ZodMiniType<string>;
} => ({ bucket: bucketName(), key: objectKey(), uploadId: text(1, 1_024) });

/** An upload in parts that is neither completed nor aborted. https://docs.aws.amazon.com/AmazonS3/latest/API/API_MultipartUpload.html */
export interface MultipartUpload extends AwsResource {
  readonly key: string;
  readonly uploadId: string;
  /** When it was begun. */
  readonly initiated?: Date | undefined;
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
