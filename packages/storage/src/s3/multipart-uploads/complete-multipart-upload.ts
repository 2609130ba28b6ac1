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
  /** The parts as `uploadPart` and `uploadPartCopy` returned them, 1–10,000, in ascending order of `partNumber`. */
  readonly parts: readonly (PartChecksums & { readonly partNumber: number; readonly eTag: string })[];
  /** The expected size of the object in bytes. S3 rejects the request if the size differs. Default: not checked. */
  readonly sizeBytes?: number | undefined;
  /** `*` creates the object only if the key does not exist; otherwise throws a `ConflictError`. */
  readonly ifNoneMatch?: '*' | undefined;
  /** An `eTag`: replaces the object only if it still has this ETag; otherwise throws a `ConflictError`. */
  readonly ifMatch?: string | undefined;
}

/** The object that a completed multipart upload created. */
export interface CompletedMultipartUpload extends AwsResource {
  /** The ETag. It is a hash of the parts' hashes, followed by the number of parts, not a hash of the content. */
  readonly eTag: string;
  /** The version ID of the object. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
  /** The CRC32 checksum in Base64: of the whole object if `checksumType` is `FULL_OBJECT`, of the parts' checksums if it is `COMPOSITE`. */
  readonly checksumCrc32?: string | undefined;
  /** `FULL_OBJECT` or `COMPOSITE`. */
  readonly checksumType?: string | undefined;
}

/**
 * Completes a multipart upload: creates an object from its parts. If S3 responds with status 200 and reports an error in the body, the call
 * fails with that error.
 *
 * @example
 * const { eTag } = await completeMultipartUpload({ bucket: 'videos', key: 'film.mp4', uploadId, parts: [{ partNumber: 1, eTag: '"5d41"' }] });
 * @throws {NotFoundError} there is no such upload: it is completed or aborted.
 * @throws {ConflictError} the key already exists (`ifNoneMatch`), or its object has another ETag (`ifMatch`).
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 */
export const completeMultipartUpload: Operation<
  CompleteMultipartUploadInput,
  CompletedMultipartUpload,
  { on: 'bucket' | 'key' | 'prefix' }
> = operation(() => ({
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
}));

const completedPart = () =>
  z.object({
    partNumber: z.int().check(z.gte(1), z.lte(10_000)),
    eTag: text(1, 1_024),
    ...partChecksums(),
  });
