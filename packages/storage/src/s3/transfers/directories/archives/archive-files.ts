import { join, resolve } from 'node:path';

import { ConflictError, InvalidInputError } from '@arch/core';
import type { CallOptions, TaskSteps } from '@arch/core/builder';

import { folderPrefix } from '../../../folder-prefix.js';
import { uploadFile } from '../../upload-file.js';
import { usualPartBytes } from '../../part-sizes.js';
import { compareFiles } from '../comparisons/index.js';
import { usualConcurrency } from '../directory-settings.js';
import { type FoundPath, pathFilter, walkDirectory } from '../files/index.js';
import {
  type DirectoryTransfer,
  type FileTransferSettings,
  planOrRun,
  type PlannedAction,
  type PlannedItem,
} from '../plans/index.js';
import type { DirectoryArchive } from './archive-directory-input.js';
import type { ArchivedDirectory, ManifestFile } from './archived-directory.js';
import { checkLocks } from './check-locks.js';
import { hashFile } from './hash-file.js';
import { manifestName, uploadManifest } from './upload-manifest.js';

const operation = 'archiveDirectory';

/** Uploads the files, then the manifest, and reads all locks back. */
export const archiveFiles = async (
  archive: DirectoryArchive,
  { options, steps }: { readonly options: CallOptions; readonly steps: TaskSteps },
): Promise<ArchivedDirectory> => {
  const files: ManifestFile[] = [];
  try {
    const transfer = await uploadFiles(archive, files, options);
    const manifest = await uploadManifest(archive, { files, ...transfer }, options);
    const unlocked = await checkLocks([...files, manifest], archive, options);
    const { bucket, mode, retainUntilDate } = archive;
    const { transferredBytes: archivedBytes, failed, skipped } = transfer;
    const result = { archivedFiles: files.length, archivedBytes, failed, skipped };
    return { bucket, mode, retainUntilDate, ...result, manifest, isLocked: unlocked.length === 0, unlocked };
  } catch (error) {
    if (files.length > 0) steps.note(`the number of files that are already archived and locked is ${files.length}`);
    throw error;
  }
};

/** Adds each archived file to `files`. */
const uploadFiles = async (
  archive: DirectoryArchive,
  files: ManifestFile[],
  options: CallOptions,
): Promise<DirectoryTransfer> => {
  const { bucket, prefix, concurrency = usualConcurrency, partSizeBytes = usualPartBytes, onProgress } = archive;
  const from = resolve(archive.from);
  const job = {
    operation,
    title: `${from} → s3://${bucket}/${folderPrefix(prefix)}`,
    concurrency,
    partSizeBytes,
    onProgress,
    deletions: undefined,
    destination: {
      transfer: async (action: PlannedAction, settings: FileTransferSettings, own: CallOptions) =>
        void files.push(await archiveFile({ ...archive, from, partSizeBytes }, { ...action, ...settings }, own)),
      remove: () => Promise.resolve([]),
    },
    items: (own: CallOptions) => itemsOf({ ...archive, from }, own),
  };
  // Without a dry run, the result is that of a transfer.
  const transfer = (await planOrRun(job, false, options)) as DirectoryTransfer;
  if (files.length > 0) return transfer;
  throw new InvalidInputError(`${operation}: the directory ${from} contains no files to archive.`, { operation });
};

const itemsOf = (archive: DirectoryArchive, { signal }: CallOptions): AsyncIterable<PlannedItem> =>
  compareFiles({
    operation,
    action: 'upload',
    source: filesOf(archive, signal),
    destination: undefined,
    compare: 'size-and-time',
    deletes: false,
    ignoresCase: false,
    signal,
    hasSameContent: () => Promise.resolve(false),
  });

async function* filesOf(
  { from, followSymlinks = false, ...patterns }: DirectoryArchive,
  signal: AbortSignal | undefined,
): AsyncGenerator<FoundPath, void, undefined> {
  const filter = await pathFilter(patterns);
  for await (const found of walkDirectory(from, { operation, filter, followSymlinks, signal }))
    yield found.path === manifestName ? { kind: 'unread', path: found.path, error: reservedName() } : found;
}

const reservedName = (): InvalidInputError =>
  new InvalidInputError(
    `${operation}: the file ${manifestName} has the name of the manifest. Rename it, or exclude it.`,
    {
      operation,
    },
  );

/** Uploads a file with its lock. Its checksums are computed before, and compared with the bytes that were sent. */
const archiveFile = async (
  { from, bucket, prefix, mode, retainUntilDate, storageClass = 'GLACIER', partSizeBytes = 0 }: DirectoryArchive,
  { path, sizeBytes, concurrency, onBytes }: PlannedAction & FileTransferSettings,
  options: CallOptions,
): Promise<ManifestFile> => {
  const [key, local] = [`${folderPrefix(prefix)}${path}`, join(from, path)];
  const { sha256, checksumCrc32 } = await hashFile(local, { operation, signal: options.signal });
  let before = 0;
  const uploaded = await uploadFile(
    {
      bucket,
      key,
      path: local,
      storageClass,
      objectLockMode: mode,
      objectLockRetainUntilDate: retainUntilDate,
      concurrency,
      // A larger file needs larger parts.
      ...(sizeBytes <= partSizeBytes * 10_000 && { partSizeBytes }),
      onProgress: ({ transferredBytes }) => {
        onBytes(transferredBytes - before);
        before = transferredBytes;
      },
    },
    options,
  );
  const { versionId } = uploaded;
  if (uploaded.checksumCrc32 !== checksumCrc32) throw changed(local, { key, versionId });
  return { path, key, versionId, sizeBytes: uploaded.sizeBytes, sha256, checksumCrc32 };
};

const changed = (
  path: string,
  { key, versionId = 'null' }: { readonly key: string; readonly versionId?: string | undefined },
): ConflictError =>
  new ConflictError(
    `${operation}: the file ${path} changed while it was archived. The version ${versionId} of ${key} is locked, but not in the manifest. Archive the file again.`,
    { operation, resource: 'file', id: path },
  );
