import { input, operation, type Operation, secret, z } from '@arch/core/builder';
import { s3, s3WithoutChecksums } from '@arch/services/s3';
import { UploadPartCommand } from '@aws-sdk/client-s3';

import { type ChecksumAlgorithm, checksumAlgorithms } from '../checksum-algorithm.js';
import { type MultipartUploadReference, multipartUploadReference } from './multipart-upload.js';
import { uploadedPart, type UploadedPart } from './uploaded-part.js';

export interface UploadPartInput extends MultipartUploadReference {
  /** `none` sends no checksum; use it if `createMultipartUpload` had `checksum: 'none'`. Default: a checksum is sent. */
  readonly checksum?: 'none' | undefined;
  /** The checksum algorithm of the upload. Default: `CRC32`. */
  readonly checksumAlgorithm?: ChecksumAlgorithm | undefined;
  /** The number of the part, 1–10,000: its position in the object. A part with the same number is replaced. */
  readonly partNumber: number;
  /** The content of the part, 5 MiB to 5 GiB; the last part may be smaller. */
  readonly body: Uint8Array;
}

/**
 * Uploads one part with a checksum that S3 verifies. No checksum is sent if AWS's setting `request_checksum_calculation` is `when_required`.
 *
 * @example
 * const part = await uploadPart({ bucket: 'videos', key: 'film.mp4', uploadId, partNumber: 1, body: new Uint8Array(8_388_608) });
 * @throws {NotFoundError} there is no such upload: it is completed or aborted.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html
 */
export const uploadPart: Operation<UploadPartInput, UploadedPart, { on: 'bucket' | 'key' | 'prefix' }> = operation(
  () => ({
    name: 'uploadPart',
    service: s3,
    serviceFor: ({ checksum }) => (checksum === 'none' ? s3WithoutChecksums() : s3),
    command: UploadPartCommand,
    repeatable: true,
    permissions: [{ action: 's3:PutObject', resources: ['object'] }],
    input: input<UploadPartInput>({
      ...multipartUploadReference(),
      partNumber: z.int().check(z.gte(1), z.lte(10_000)),
      checksum: z.optional(z.literal('none')),
      checksumAlgorithm: z.optional(z.enum(checksumAlgorithms)),
      body: secret(
        z
          .instanceof(Uint8Array)
          .check(z.refine((bytes) => bytes.byteLength <= 5_368_709_120, { error: 'a part of at most 5 GiB' })),
      ),
    }),
    output: uploadedPart(),
    request: ({ bucket, key, uploadId, partNumber, body }) => ({
      Bucket: bucket,
      Key: key,
      UploadId: uploadId,
      PartNumber: partNumber,
      Body: body,
    }),
    select: (response, { partNumber }) => ({ ...response, PartNumber: partNumber }),
  }),
);
