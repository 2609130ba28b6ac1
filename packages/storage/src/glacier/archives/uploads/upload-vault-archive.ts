import { checkAwsMembers, type Operation, task } from '@arch/core/builder';
import { UploadArchiveCommand } from '@aws-sdk/client-glacier';

import { openSource } from '../../../s3/upload-body.js';
import { abortVaultMultipartUpload } from '../../multipart-uploads/index.js';
import { requestArchiveCompletion } from './request-archive-completion.js';
import { requestArchivePart } from './request-archive-part.js';
import { requestArchiveUpload } from './request-archive-upload.js';
import { requestWholeArchive } from './request-whole-archive.js';
import { uploadArchiveFrom } from './upload-archive-from.js';
import { type UploadVaultArchiveInput, uploadVaultArchiveInput } from './upload-vault-archive-input.js';
import type { UploadedVaultArchive } from './uploaded-vault-archive.js';

/**
 * Uploads a file, a stream or bytes, up to about 40 TiB, as an archive: in one request if the content fits into one part, otherwise in several
 * parts in parallel. Glacier verifies the SHA-256 tree hash of each part and of the whole archive. Parts are retried; the request for content of
 * one part is not, because AWS has no idempotency token for it. After a failure or an abort, the function aborts its multipart upload and then
 * rejects; an error contains the upload if that fails too. The parts in progress need at most 512 MiB of memory, or the memory of one larger
 * part, by default 64 MiB, and two more parts are read ahead. The default deadline is 24 hours. Only for accounts that already use the older
 * Glacier service: it is closed to new customers since December 2025. For new data, use S3's Glacier storage classes (`archiveObject`).
 *
 * @example
 * const { archiveId } = await uploadVaultArchive({ vaultName: 'photos', path: 'photos-2026.tar', archiveDescription: 'photos-2026.tar' });
 * @throws {InvalidInputError} the content is empty, the stream was already read, or there are more than 10,000 parts. No archive was written.
 * @throws {LocalError} the file cannot be read.
 * @throws {ConflictError} the file changed during the upload.
 * @throws {NotFoundError} there is no such vault in this region.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/uploading-archive-mpu.html
 */
export const uploadVaultArchive: Operation<UploadVaultArchiveInput, UploadedVaultArchive, { on: 'vaultName' }> = task(
  () => ({
    name: 'uploadVaultArchive',
    input: uploadVaultArchiveInput(),
    uses: [
      requestWholeArchive,
      requestArchiveUpload,
      requestArchivePart,
      requestArchiveCompletion,
      abortVaultMultipartUpload,
    ],
    timeoutMs: 86_400_000,
    run: async (members, options, steps) => {
      checkAwsMembers('uploadVaultArchive', UploadArchiveCommand, members.aws);
      const source = await openSource(members, { operation: 'uploadVaultArchive', creates: 'archive' });
      try {
        return await uploadArchiveFrom(source, members, { options, steps });
      } finally {
        await source.close();
      }
    },
  }),
);
