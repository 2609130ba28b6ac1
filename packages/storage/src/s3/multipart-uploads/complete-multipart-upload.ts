import {
  type AwsResource,
  optionalString,
  input,
  operation,
  type Operation,
  resource,
  text,
  z,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { CompleteMultipartUploadCommand, CompleteMultipartUploadOutput$ } from '@aws-sdk/client-s3';

import { type MultipartUploadReference, multipartUploadReference } from './multipart-upload.js';
import { type PartChecksums, partChecksums } from './uploaded-part.js';

export interface CompleteMultipartUploadInput extends MultipartUploadReference {
  /** In the order of their numbers, as `uploadPart` gave them. */
  readonly parts: readonly (PartChecksums & { readonly partNumber: number; readonly eTag: string })[];
  /** What the object has to be long, or S3 refuses to complete it. */
  readonly sizeBytes?: number | undefined;
  /** `*`: only if there is no object of that key; otherwise a `ConflictError`. */
  readonly ifNoneMatch?: '*' | undefined;
  /** Only if the object of that key is still this one, by its `eTag`; otherwise a `ConflictError`. */
  readonly ifMatch?: string | undefined;
}

/** The object that came out of an upload in parts. */
export interface CompletedMultipartUpload extends AwsResource {
  /** No hash of the content: one of the parts' hashes, with their number. */
  readonly eTag: string;
  /** In a bucket with versions. */
  readonly versionId?: string | undefined;
  /** In base64: over the whole object where `checksumType` is `FULL_OBJECT`, over the parts' checksums where it is `COMPOSITE`. */
  readonly checksumCrc32?: string | undefined;
  readonly checksumType?: string | undefined;
}

/**
 * Makes an object of the parts that were uploaded: it is there as a whole, or not at all. What S3 reports in the middle of it is an error,
 * although it comes with status 200.
 *
 * @example
 * const { eTag } = await completeMultipartUpload({ bucket: 'videos', key: 'film.mp4', uploadId, parts: [{ partNumber: 1, eTag: '"5d41"' }] });
 * @throws {NotFoundError} there is no such upload: it is completed or aborted.
 * @throws {ConflictError} there is an object already, or another one than `ifMatch` says.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 */
export const completeMultipartUpload: Operation<CompleteMultipartUploadInput, CompletedMultipartUpload> = operation(
  () => ({
    name: 'completeMultipartUpload',
    service: s3,
    command: CompleteMultipartUploadCommand,
    repeatable: true,
    permissions: [{ action: 's3:PutObject', resources: ['object'] }],
    input: input<CompleteMultipartUploadInput>({
      ...multipartUploadReference(),
      parts: z.array(completedPart()).check(z.minLength(1), z.maxLength(10_000)),
      sizeBytes: z.optional(z.int().check(z.gte(0))),
      ifNoneMatch: z.optional(z.literal('*')),
      ifMatch: z.optional(text(1, 1_024)),
    }),
    output: resource<CompletedMultipartUpload>(CompleteMultipartUploadOutput$, {
      eTag: z.string(),
      versionId: optionalString(),
      checksumCrc32: optionalString(),
      checksumType: optionalString(),
    }),
    request: ({ bucket, key, uploadId, parts, sizeBytes }) => ({
      Bucket: bucket,
      Key: key,
      UploadId: uploadId,
      MpuObjectSize: sizeBytes,
      MultipartUpload: {
        Parts: parts.map((part) => ({
          PartNumber: part.partNumber,
          ETag: part.eTag,
          ChecksumCRC32: part.checksumCrc32,
          ChecksumCRC32C: part.checksumCrc32C,
          ChecksumCRC64NVME: part.checksumCrc64Nvme,
          ChecksumSHA1: part.checksumSha1,
          ChecksumSHA256: part.checksumSha256,
        })),
      },
    }),
  }),
);

const completedPart = () =>
  z.object({
    partNumber: z.int().check(z.gte(1), z.lte(10_000)),
    eTag: text(1, 1_024),
    ...partChecksums(),
  });
