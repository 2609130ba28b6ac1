import { NotFoundError, UnexpectedResponseError } from '@arch/core';
import type { CallOptions, TaskSteps } from '@arch/core/builder';

import { inParallel } from '../../../s3/in-parallel.js';
import { uploadTimeLimits } from '../../../s3/upload-time-limits.js';
import { abortVaultMultipartUpload } from '../../multipart-uploads/index.js';
import { combinePieces, treeHashOf } from '../../tree-hash.js';
import type { VaultUploadReference } from '../../vault-upload-reference.js';
import { archiveWorkers } from './archive-part-size.js';
import { requestArchiveCompletion } from './request-archive-completion.js';
import { type ArchivePart, requestArchivePart } from './request-archive-part.js';
import { requestArchiveUpload } from './request-archive-upload.js';
import type { NewVaultArchive } from './new-vault-archive.js';
import type { UploadedVaultArchive } from './uploaded-vault-archive.js';

interface Upload {
  readonly archive: NewVaultArchive;
  readonly parts: AsyncIterable<ArchivePart>;
  readonly partSizeBytes: number;
  readonly concurrency: number | undefined;
  readonly progress: (bytes: number) => void;
  readonly options: CallOptions;
  readonly steps: TaskSteps;
}

/** Uploads the parts in parallel and completes the upload. If that fails, the upload is aborted. */
export const uploadArchiveInParts = async (transfer: Upload): Promise<UploadedVaultArchive> => {
  const { archive, partSizeBytes, options, steps } = transfer;
  const { vaultName, accountId } = archive;
  const mayExist = `an upload to the vault ${vaultName} may exist: find it with listVaultMultipartUploads`;
  const { uploadId } = await steps.making(mayExist, requestArchiveUpload({ ...archive, partSizeBytes }, options));
  const upload = { vaultName, accountId, uploadId };
  let isCompleting = false;
  const isLeft = `the upload ${uploadId} to the vault ${vaultName} is left: delete it with abortVaultMultipartUpload`;
  const cancelUndo = steps.undo(isLeft, (own) =>
    abortVaultMultipartUpload(upload, own).catch((error: unknown) => {
      if (isCompleting) steps.note('Glacier may have completed the upload: look for the archive in the next inventory');
      if (!(error instanceof NotFoundError)) throw error;
    }),
  );
  const { sizeBytes, hashes } = await uploadParts(upload, transfer);
  const checksum = combinePieces(hashes);
  isCompleting = true;
  const completing = requestArchiveCompletion({ ...upload, sizeBytes, checksum }, { ...options, timeoutMs: 900_000 });
  const uploaded = await completing;
  cancelUndo();
  checkTreeHash(uploaded, checksum);
  return uploaded;
};

/** Returns the tree hash of each part: Glacier's tree hash of the archive consists of them, because a part is a power of two MiB. */
const uploadParts = async (
  upload: VaultUploadReference,
  { parts, partSizeBytes, concurrency, progress, options }: Upload,
): Promise<{ readonly sizeBytes: number; readonly hashes: readonly Buffer[] }> => {
  const hashes: Buffer[] = [];
  let sizeBytes = 0;
  const { signal = new AbortController().signal } = options;
  const parallel = { concurrency: archiveWorkers(partSizeBytes, concurrency), signal };
  await inParallel(parts, parallel, async (part, either) => {
    const { byteLength } = part.body;
    const checksum = treeHashOf(part.body);
    hashes[part.start / partSizeBytes] = Buffer.from(checksum, 'hex');
    sizeBytes += byteLength;
    const own = { ...options, ...uploadTimeLimits(byteLength, options), signal: either };
    checkPart(part, checksum, await requestArchivePart({ ...upload, ...part, checksum }, own));
    progress(byteLength);
  });
  return { sizeBytes, hashes };
};

/** Glacier rejects a part whose tree hash differs; this check finds a response for another part. */
const checkPart = ({ start }: ArchivePart, sent: string, received: string): void => {
  if (received.toLowerCase() === sent) return;
  throw new UnexpectedResponseError(
    `uploadVaultArchive: the part at byte ${start} is damaged: its SHA-256 tree hash is ${sent}, but Glacier has computed ${received}. Call again.`,
    { operation: 'uploadVaultArchive', retryable: true },
  );
};

/** Glacier has verified each part and the whole archive; this check finds a response for another archive. */
const checkTreeHash = ({ archiveId: id, checksum }: UploadedVaultArchive, sent: string): void => {
  if (checksum.toLowerCase() === sent) return;
  throw new UnexpectedResponseError(
    `uploadVaultArchive: the archive ${id} was stored, but is damaged: its SHA-256 tree hash is ${checksum}, but the tree hash of the sent content is ${sent}. ` +
      'Delete the archive and call again.',
    { operation: 'uploadVaultArchive', resource: 'archive', id },
  );
};
