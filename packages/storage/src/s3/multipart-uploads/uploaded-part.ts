import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { CompletedPart$ } from '@aws-sdk/client-s3';

/** A part that S3 has, as `completeMultipartUpload` wants it. */
export interface UploadedPart extends AwsResource {
  readonly partNumber: number;
  readonly eTag: string;
  /** In base64. */
  readonly checksumCrc32?: string | undefined;
}

/** Parses one S3 `CompletedPart` structure. */
export const uploadedPart = (): Schema<UploadedPart> =>
  resource<UploadedPart>(CompletedPart$, { partNumber: z.number(), eTag: z.string(), checksumCrc32: optionalString() });
