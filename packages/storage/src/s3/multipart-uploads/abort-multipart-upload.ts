import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { AbortMultipartUploadCommand } from '@aws-sdk/client-s3';

import { type MultipartUploadReference, multipartUploadReference } from './multipart-upload.js';

export interface AbortMultipartUploadInput extends MultipartUploadReference {}

/**
 * Aborts a multipart upload: S3 deletes its parts and no longer bills them. A part whose upload is still in progress may be stored afterwards;
 * abort again when all uploads of parts have ended.
 *
 * @example
 * await abortMultipartUpload({ bucket: 'videos', key: 'film.mp4', uploadId });
 * @throws {NotFoundError} there is no such upload: it is completed or aborted, or belongs to another key.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html
 */
export const abortMultipartUpload: Operation<AbortMultipartUploadInput, void, { on: 'bucket' | 'key' | 'prefix' }> =
  operation(() => ({
    name: 'abortMultipartUpload',
    service: s3,
    command: AbortMultipartUploadCommand,
    permissions: [{ action: 's3:AbortMultipartUpload', resources: ['object'] }],
    input: input<AbortMultipartUploadInput>(multipartUploadReference()),
    output: noOutput(),
  }));
