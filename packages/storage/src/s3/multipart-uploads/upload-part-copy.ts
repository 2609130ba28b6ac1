import { input, operation, type Operation, text, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { UploadPartCopyCommand } from '@aws-sdk/client-s3';

import { type CopySource, copySource, copySourceErrors, toCopySource } from '../copy-source.js';
import { type MultipartUploadReference, multipartUploadReference } from './multipart-upload.js';
import { uploadedPart, type UploadedPart } from './uploaded-part.js';

export interface UploadPartCopyInput extends MultipartUploadReference {
  /** The number of the part, 1–10,000: its position in the object. A part with the same number is replaced. */
  readonly partNumber: number;
  /** The object from which S3 copies. */
  readonly source: CopySource;
  /** The first and the last byte to copy, both included, counted from 0: 5 MiB to 5 GiB. Default: the whole source. */
  readonly range?: { readonly start: number; readonly end: number } | undefined;
  /** An `eTag`: copies only if the source still has this ETag; otherwise throws a `ConflictError`. */
  readonly sourceIfMatch?: string | undefined;
}

/**
 * Copies a part of a multipart upload from an object in S3. If S3 responds with status 200 and reports an error in the body, the call fails
 * with that error. `copyLargeObject` does a whole multipart copy.
 *
 * @example
 * const source = { bucket: 'videos', key: 'film.mp4' };
 * await uploadPartCopy({ bucket: 'archive', key: 'film.mp4', uploadId, partNumber: 1, source, range: { start: 0, end: 5_368_709_119 } });
 * @throws {NotFoundError} there is no such upload, or no such source.
 * @throws {ConflictError} the source is archived and not restored, or its ETag is not `sourceIfMatch`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html
 */
export const uploadPartCopy: Operation<
  UploadPartCopyInput,
  UploadedPart,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = operation(() => ({
  name: 'uploadPartCopy',
  service: s3,
  command: UploadPartCopyCommand,
  repeatable: true,
  permissions: [
    { action: 's3:GetObject', resources: ['object'] },
    { action: 's3:GetObjectVersion', resources: ['object'], with: 'versionId' },
    { action: 's3:PutObject', resources: ['object'] },
  ],
  input: input<UploadPartCopyInput>({
    ...multipartUploadReference(),
    partNumber: z.int().check(z.gte(1), z.lte(10_000)),
    source: copySource(),
    range: z.optional(
      z
        .strictObject({ start: z.int().check(z.gte(0)), end: z.int().check(z.gte(0)) })
        .check(z.refine(({ start, end }) => end >= start, { error: 'an end that is not before the start' })),
    ),
    sourceIfMatch: z.optional(text(1, 1_024)),
  }),
  output: uploadedPart(),
  request: ({ bucket, key, uploadId, partNumber, source, range, sourceIfMatch }) => ({
    Bucket: bucket,
    Key: key,
    UploadId: uploadId,
    PartNumber: partNumber,
    CopySource: toCopySource(source),
    ...(range && { CopySourceRange: `bytes=${range.start}-${range.end}` }),
    ...(sourceIfMatch !== undefined && { CopySourceIfMatch: sourceIfMatch }),
  }),
  select: ({ CopyPartResult }, { partNumber }) => CopyPartResult && { ...CopyPartResult, PartNumber: partNumber },
  errors: copySourceErrors,
}));
