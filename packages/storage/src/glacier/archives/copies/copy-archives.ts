import { AccessDeniedError, ArchError, NotFoundError } from '@arch/core';
import { asStepOf, type CallOptions, callListener, type TaskSteps } from '@arch/core/builder';

import { concernsAll } from '../../../s3/concerns-all.js';
import { folderPrefix } from '../../../s3/folder-prefix.js';
import { inParallel } from '../../../s3/in-parallel.js';
import { transferSlots } from '../../../s3/transfer-slots.js';
import type { ArchiveCopy, ArchiveWithKey } from './archive-copy.js';
import { copyArchive } from './copy-archive.js';
import type { CopiedArchive, FailedArchive, SkippedArchive, VaultCopy } from './vault-copy.js';

/** The archives that have ended. */
interface Ended {
  readonly copied: CopiedArchive[];
  readonly skipped: SkippedArchive[];
  readonly failed: FailedArchive[];
  /** Bytes of archives that are copied or being copied. */
  bytes: number;
}

/** Copies the archives in parallel. An archive that fails is listed, and the others continue. */
export const copyArchives = async (
  copy: ArchiveCopy,
  { options, steps }: { readonly options: CallOptions; readonly steps: TaskSteps },
): Promise<VaultCopy> => {
  const { vaultName, bucket, maxJobs = 100, concurrency = 4, objectLockRetainUntilDate: retainUntilDate } = copy;
  const ended: Ended = { copied: [], skipped: [], failed: [], bytes: 0 };
  const { copied, skipped, failed } = ended;
  const progress = progressOf(copy, ended);
  const slots = transferSlots(concurrency);
  const { signal = new AbortController().signal } = options;
  try {
    await inParallel(keyed(copy), { concurrency: maxJobs, signal }, async (archive, either) => {
      const { archiveId, key } = archive;
      const onBytes = (bytes: number): void => {
        ended.bytes += bytes;
        progress();
      };
      try {
        const done = await copyArchive(copy, archive, { slots, onBytes, options: { ...options, signal: either } });
        if (done) copied.push(done);
        else skipped.push({ archiveId, key });
      } catch (thrown) {
        if (either.aborted || !(thrown instanceof ArchError) || concernsVault(thrown)) throw thrown;
        const error = asStepOf({ name: 'copyVaultToBucket', signal: options.signal }, thrown) as ArchError;
        failed.push({ archiveId, key, error });
      }
      progress();
    });
  } catch (error) {
    if (copied.length > 0) steps.note(`the number of archives that are already copied is ${copied.length}`);
    throw error;
  }
  if (copied.length + skipped.length === 0 && failed[0]) throw failed[0].error;
  return {
    vaultName,
    bucket,
    ...(retainUntilDate && { retainUntilDate }),
    copiedBytes: ended.bytes,
    copied,
    skipped,
    failed,
  };
};

async function* keyed({ archives, prefix }: ArchiveCopy): AsyncGenerator<ArchiveWithKey, void, undefined> {
  for (const archive of archives) yield { ...archive, key: `${folderPrefix(prefix)}${archive.archiveId}` };
}

/** Whether the same error is certain for every other archive. */
const concernsVault = (error: ArchError): boolean =>
  concernsAll(error) ||
  error instanceof AccessDeniedError ||
  (error instanceof NotFoundError && error.resource === 'vault');

const progressOf = ({ archives, onProgress }: ArchiveCopy, ended: Ended): (() => void) => {
  const totalArchives = archives.length;
  const totalBytes = archives.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return () => {
    if (!onProgress) return;
    callListener(onProgress, {
      totalArchives,
      totalBytes,
      copiedArchives: ended.copied.length,
      skippedArchives: ended.skipped.length,
      failedArchives: ended.failed.length,
      copiedBytes: ended.bytes,
    });
  };
};
