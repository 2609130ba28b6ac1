import { type AwsResource, type InputFields, optionalString, resource, type Schema, text, z } from '@arch/core/builder';
import { CompletedPart$ } from '@aws-sdk/client-s3';

/** Checksums of a part, in base64: at most one of them. */
export interface PartChecksums {
  readonly checksumCrc32?: string | undefined;
  readonly checksumCrc32C?: string | undefined;
  readonly checksumCrc64Nvme?: string | undefined;
  readonly checksumSha1?: string | undefined;
  readonly checksumSha256?: string | undefined;
}

/** A part that S3 has, as `completeMultipartUpload` requires it. */
export interface UploadedPart extends AwsResource, PartChecksums {
  readonly partNumber: number;
  readonly eTag: string;
}

/** Parses one S3 `CompletedPart` structure. */
export const uploadedPart = (): Schema<UploadedPart> =>
  resource<UploadedPart>(CompletedPart$, {
    partNumber: z.number(),
    eTag: z.string(),
    checksumCrc32: optionalString(),
    checksumCrc32C: optionalString(),
    checksumCrc64Nvme: optionalString(),
    checksumSha1: optionalString(),
    checksumSha256: optionalString(),
  });

/** The members of {@link PartChecksums}, checked. */
export const partChecksums = (): InputFields<PartChecksums> => ({
  checksumCrc32: z.optional(text(1, 64)),
  checksumCrc32C: z.optional(text(1, 64)),
  checksumCrc64Nvme: z.optional(text(1, 64)),
  checksumSha1: z.optional(text(1, 64)),
  checksumSha256: z.optional(text(1, 64)),
});
