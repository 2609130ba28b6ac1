import { type Operation, task } from '@arch/core/builder';

import { abortMultipartUpload, completeMultipartUpload, uploadPart } from '../multipart-uploads/index.js';
import { requestMultipartUpload } from '../request-multipart-upload.js';
import { putObject } from '../objects/index.js';
import { fileSource } from './file-source.js';
import { type UploadedFile, type UploadFileInput, uploadFileInput } from './upload-file-input.js';
import { bytesSource, streamSource, type UploadSource } from './upload-source.js';

/**
 * Uploads a file, a stream or bytes of any size: in one request below the size of a part, otherwise in parts side by side, each with a
 * checksum that S3 compares. The object is there as a whole or not at all: on any failure and on an abort of `signal` the parts are removed,
 * before the call ends. Takes at most 512 MiB of memory (64 MiB by default), and 24 hours unless `timeoutMs` says otherwise.
 *
 * @example
 * const onProgress = ({ transferredBytes }: { transferredBytes: number }) => console.log(transferredBytes);
 * await uploadFile({ bucket: 'videos', key: 'film.mp4', path: 'film.mp4', contentType: 'video/mp4', onProgress });
 * @throws {InvalidInputError} the stream was read before, or there are more than 10,000 parts; nothing replaces the object.
 * @throws {LocalError} the file cannot be read.
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} the file changed while it was read, or the object is not what `ifNoneMatch` or `ifMatch` says.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
 */
export const uploadFile: Operation<UploadFileInput, UploadedFile> = task(() => ({
  name: 'uploadFile',
  input: uploadFileInput(),
  uses: [putObject, requestMultipartUpload, uploadPart, completeMultipartUpload, abortMultipartUpload],
  timeoutMs: 86_400_000,
  run: async (members, options, steps) => {
    // What computes checksums is loaded with the first transfer.
    const { uploadFrom } = await import('./upload-from.js');
    const source = await sourceOf(members);
    try {
      return await uploadFrom(source, members, { options, steps });
    } finally {
      await source.close();
    }
  },
}));

const sourceOf = async ({ path, body }: UploadFileInput): Promise<UploadSource> => {
  if (path !== undefined) return fileSource(path);
  return body instanceof Uint8Array ? bytesSource(body) : streamSource(body!);
};
