import { type AwsResource, type InputFields, optionalString, resource, type Schema, text, z } from '@arch/core/builder';
import { CompletedPart$ } from '@aws-sdk/client-s3';

/** The checksum of a part in Base64. At most one member is present. */
export interface PartChecksums {
  /** The CRC32 checksum. */
  readonly checksumCrc32?: string | undefined;
  /** The CRC32C checksum. */
  readonly checksumCrc32C?: string | undefined;
  /** The CRC64NVME checksum. */
  readonly checksumCrc64Nvme?: string | undefined;
  /** The SHA-1 checksum. */
  readonly checksumSha1?: string | undefined;
  /** The SHA-256 checksum. */
  readonly checksumSha256?: string | undefined;
}

/** An uploaded part, in the form that `completeMultipartUpload` requires. */
export interface UploadedPart extends AwsResource, PartChecksums {
  /** The number of the part, 1–10,000. */
  readonly partNumber: number;
  /** The ETag of the part. */
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

/** Checks the members of {@link PartChecksums}. */
export const partChecksums = (): InputFields<PartChecksums> => ({
  checksumCrc32: z.optional(text(1, 64)),
  checksumCrc32C: z.optional(text(1, 64)),
  checksumCrc64Nvme: z.optional(text(1, 64)),
  checksumSha1: z.optional(text(1, 64)),
  checksumSha256: z.optional(text(1, 64)),
});
