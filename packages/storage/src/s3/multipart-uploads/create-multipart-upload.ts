import { type Operation, task } from '@arch/core/builder';

import { chooseChecksum } from '../checksum-settings.js';
import { beginMultipartUpload } from '../begin-multipart-upload.js';
import { uploadMayExist } from '../multipart-remains.js';
import {
  type CreatedMultipartUpload,
  type CreateMultipartUploadInput,
  createMultipartUploadInput,
  requestMultipartUpload,
} from '../request-multipart-upload.js';

/**
 * Creates a multipart upload. If you pass `checksum` or `checksumAlgorithm`, pass them to `uploadPart` too. AWS bills the parts until the
 * upload is completed or aborted. `uploadFile` does a whole multipart upload.
 *
 * @example
 * const { uploadId } = await createMultipartUpload({ bucket: 'videos', key: 'film.mp4', contentType: 'video/mp4' });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html
 */
export const createMultipartUpload: Operation<
  CreateMultipartUploadInput,
  CreatedMultipartUpload,
  { on: 'bucket' | 'key' | 'prefix'; with: 'objectLockLegalHoldStatus' | 'objectLockMode' | 'tags' }
> = task(() => ({
  name: 'createMultipartUpload',
  input: createMultipartUploadInput(),
  uses: [requestMultipartUpload],
  timeoutMs: 60_000,
  run: async (members, options, { making }) => {
    // ChecksumAlgorithm in `aws` overrides the defaults.
    const isOverridden = members.aws?.['ChecksumAlgorithm'] !== undefined;
    const checksum = isOverridden ? { checksum: 'none' as const } : await chooseChecksum(members, options);
    const isNamed = members.checksum !== undefined;
    return await making(uploadMayExist(members), beginMultipartUpload({ ...members, ...checksum }, isNamed, options));
  },
}));
