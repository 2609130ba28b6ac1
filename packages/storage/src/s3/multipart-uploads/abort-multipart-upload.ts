import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { AbortMultipartUploadCommand } from '@aws-sdk/client-s3';

import { type MultipartUploadReference, multipartUploadReference } from './multipart-upload.js';

export interface AbortMultipartUploadInput extends MultipartUploadReference {}

/**
 * Gives an upload in parts up: S3 deletes the parts that are there and no longer bills them. A part that is still on its way may arrive
 * afterwards: abort again when none is.
 *
 * @example
 * await abortMultipartUpload({ bucket: 'videos', key: 'film.mp4', uploadId });
 * @throws {NotFoundError} there is no such upload: it is completed, aborted already, or of another key.
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
