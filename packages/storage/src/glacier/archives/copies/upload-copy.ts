import { uploadFile } from '../../../s3/transfers/index.js';
import { archiveContent } from './archive-content.js';
import { type ArchiveCopy, type ArchiveWithKey, copyTimeoutMs, type SharedByArchives } from './archive-copy.js';
import { metadataOfCopy } from './is-copied.js';
import type { CopiedArchive } from './vault-copy.js';

/** Uploads the output of a job. S3 verifies the CRC32 of each part and of the whole. */
export const uploadCopy = async (
  {
    vaultName,
    accountId,
    bucket,
    storageClass = 'DEEP_ARCHIVE',
    objectLockMode,
    objectLockRetainUntilDate,
  }: ArchiveCopy,
  archive: ArchiveWithKey & {
    readonly jobId: string;
    readonly onBytes: (bytes: number) => void;
  },
  options: SharedByArchives['options'],
): Promise<CopiedArchive> => {
  const { archiveId, key, jobId, sizeBytes, sha256TreeHash, onBytes } = archive;
  let before = 0;
  const stop = new AbortController();
  const reading = { ...options, signal: AbortSignal.any([options.signal, stop.signal]) };
  const { versionId, checksumCrc32 } = await uploadFile(
    {
      bucket,
      key,
      body: archiveContent(archive, { vaultName, accountId, jobId }, reading),
      sizeBytes,
      contentType: 'application/octet-stream',
      metadata: metadataOfCopy(archive),
      storageClass,
      objectLockMode,
      objectLockRetainUntilDate,
      // Named, so that it is sent although AWS's setting is `when_required`.
      checksumAlgorithm: 'CRC32',
      ifNoneMatch: '*',
      concurrency: 4,
      onProgress: ({ transferredBytes }) => {
        onBytes(transferredBytes - before);
        before = transferredBytes;
      },
    },
    { ...options, timeoutMs: copyTimeoutMs },
  )
    .catch((error: unknown) => {
      onBytes(-before);
      throw error;
    })
    // Ranges that were requested ahead are no longer needed.
    .finally(() => stop.abort());
  return { archiveId, key, versionId, sizeBytes, sha256TreeHash, checksumCrc32 };
};
