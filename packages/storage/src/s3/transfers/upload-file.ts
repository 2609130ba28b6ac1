import { type Operation, task } from '@arch/core/builder';

import { abortMultipartUpload, completeMultipartUpload, uploadPart } from '../multipart-uploads/index.js';
import { requestMultipartUpload } from '../request-multipart-upload.js';
import { putObject } from '../objects/index.js';
import { openSource } from '../upload-body.js';
import { type UploadedFile, type UploadFileInput, uploadFileInput } from './upload-file-input.js';

/**
 * Uploads a file, a stream or bytes of any size: in one request if it fits into one part, otherwise in several parts in parallel, each with a
 * checksum that S3 verifies. The object exists only after the upload is complete. After a failure or an abort, the function deletes the parts
 * and then rejects. The parts in progress need at most 512 MiB of memory, by default 64 MiB. The default deadline is 24 hours.
 *
 * @example
 * const onProgress = ({ transferredBytes }: { transferredBytes: number }) => console.log(transferredBytes);
 * await uploadFile({ bucket: 'videos', key: 'film.mp4', path: 'film.mp4', contentType: 'video/mp4', onProgress });
 * @throws {InvalidInputError} the stream was already read, or there are more than 10,000 parts. No object was written.
 * @throws {LocalError} the file cannot be read.
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} the file changed during the upload, the key already exists (`ifNoneMatch`), or its object has another ETag (`ifMatch`).
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
 */
export const uploadFile: Operation<
  UploadFileInput,
  UploadedFile,
  { on: 'bucket' | 'key' | 'prefix'; with: 'objectLockLegalHoldStatus' | 'objectLockMode' | 'tags' }
> = task(() => ({
  name: 'uploadFile',
  input: uploadFileInput(),
  uses: [putObject, requestMultipartUpload, uploadPart, completeMultipartUpload, abortMultipartUpload],
  timeoutMs: 86_400_000,
  run: async (members, options, steps) => {
    // The code for checksums is loaded with the first transfer.
    const { uploadFrom } = await import('./upload-from.js');
    const source = await openSource(members, { operation: 'uploadFile', creates: 'object' });
    try {
      return await uploadFrom(source, members, { options, steps });
    } finally {
      await source.close();
    }
  },
}));
