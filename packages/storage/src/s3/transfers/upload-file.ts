import { type Operation, task } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';

import { abortMultipartUpload, completeMultipartUpload, uploadPart } from '../multipart-uploads/index.js';
import { requestMultipartUpload } from '../request-multipart-upload.js';
import { putObject } from '../objects/index.js';
import { openSource } from '../upload-body.js';
import { bandwidthOf } from './bandwidths/index.js';
import type { UploadContext } from './upload-from.js';
import { type UploadedFile, type UploadFileInput, uploadFileInput } from './upload-file-input.js';

/**
 * Uploads a file, a stream or bytes of any size: in one request if it fits into one part, otherwise in several parts in parallel, each with a
 * checksum that S3 verifies. The object exists only after the upload is complete. After a failure or an abort, the function deletes the parts
 * and then rejects, except with `resume`: then the same call continues the upload. The parts in progress need at most 512 MiB of memory, by
 * default 64 MiB. The default deadline is 24 hours. A policy contains the permissions for `resume` only on request:
 * `policyFor(uploadFile.with('resume'))`.
 *
 * @example
 * const onProgress = ({ transferredBytes }: { transferredBytes: number }) => console.log(transferredBytes);
 * await uploadFile({ bucket: 'videos', key: 'film.mp4', path: 'film.mp4', contentType: 'video/mp4', onProgress });
 * @throws {InvalidInputError} the stream was already read, or there are more than 10,000 parts. No object was written.
 * @throws {LocalError} the file cannot be read.
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} the file changed during the upload, the key already exists (`ifNoneMatch`), its object has another ETag (`ifMatch`),
 *   or another call with `resume` uploads the same file.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
 */
export const uploadFile: Operation<
  UploadFileInput,
  UploadedFile,
  { on: 'bucket' | 'key' | 'prefix'; with: 'objectLockLegalHoldStatus' | 'objectLockMode' | 'resume' | 'tags' }
> = task(() => ({
  name: 'uploadFile',
  input: uploadFileInput(),
  service: s3,
  // The functions with these permissions are not among those that are used, because they are called only with `resume`.
  permissions: [
    { action: 's3:ListMultipartUploadParts', resources: ['object'], with: 'resume' },
    { action: 's3:GetObject', resources: ['object'], with: 'resume' },
  ],
  uses: [putObject, requestMultipartUpload, uploadPart, completeMultipartUpload, abortMultipartUpload],
  timeoutMs: 86_400_000,
  run: (members, options, steps) => uploadContent(members, { bandwidth: bandwidthOf(members), options, steps }),
}));

/** Uploads the content of an input, within a bandwidth that other files may share. */
export const uploadContent = async (members: UploadFileInput, context: UploadContext): Promise<UploadedFile> => {
  // The code for checksums is loaded with the first transfer.
  const { uploadFrom } = await import('./upload-from.js');
  const source = await openSource(members, { operation: 'uploadFile', creates: 'object' });
  try {
    return await uploadFrom(source, members, context);
  } finally {
    await source.close();
  }
};
