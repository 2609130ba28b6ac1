import { type Operation, task } from '@arch/core/builder';

import { headObject } from '../objects/index.js';
import { requestObjectBlocks } from '../read-object-blocks.js';
import { bandwidthOf } from './bandwidths/index.js';
import { type DownloadedFile, type DownloadFileInput, downloadFileInput } from './download-file-input.js';
import { downloadContent } from './downloads/index.js';

/**
 * Downloads an object of any size to a file. It requests several ranges in parallel, all of the same version. After a broken connection, a
 * range continues after the last received byte. The content is first written to a temporary file (`.part`) in the same folder, which gets the
 * final name when it is complete and verified. After a failure or an abort, the function removes the temporary file and then rejects, except
 * with `resume`. The default deadline is 24 hours.
 *
 * @example
 * const { sizeBytes, verifiedBy } = await downloadFile({ bucket: 'videos', key: 'film.mp4', path: 'film.mp4' });
 * @throws {LocalError} the file cannot be written, e.g. because the folder does not exist (`ENOENT`) or the disk is full (`ENOSPC`).
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} the object is archived and not restored, changed during the download, its ETag is not `ifMatch`, or another call
 *   with `resume` downloads to the same file.
 * @throws {UnexpectedResponseError} the received content does not match the checksum or the length of the object.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const downloadFile: Operation<
  DownloadFileInput,
  DownloadedFile,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = task(() => ({
  name: 'downloadFile',
  input: downloadFileInput(),
  uses: [headObject, requestObjectBlocks],
  timeoutMs: 86_400_000,
  run: (members, options, steps) => downloadContent(members, { bandwidth: bandwidthOf(members), options, steps }),
}));
