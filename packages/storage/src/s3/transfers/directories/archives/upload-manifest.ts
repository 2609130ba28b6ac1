import { createHash } from 'node:crypto';

import type { CallOptions } from '@arch/core/builder';

import { folderPrefix } from '../../../folder-prefix.js';
import { comparePaths } from '../files/index.js';
import type { DirectoryTransfer } from '../plans/index.js';
import { uploadFile } from '../../upload-file.js';
import type { ArchivedDirectory, ArchiveManifest, ManifestFile } from './archived-directory.js';
import type { DirectoryArchive } from './archive-directory-input.js';

/** The path of the manifest. */
export const manifestName = 'archive-manifest.json';

/** Uploads the manifest with its lock. */
export const uploadManifest = async (
  archive: DirectoryArchive,
  result: Pick<DirectoryTransfer, 'failed' | 'skipped'> & { readonly files: readonly ManifestFile[] },
  options: CallOptions,
): Promise<ArchivedDirectory['manifest']> => {
  const { bucket, mode, retainUntilDate } = archive;
  const key = `${folderPrefix(archive.prefix)}${manifestName}`;
  const sha256 = createHash('sha256');
  const uploaded = await uploadFile(
    {
      bucket,
      key,
      body: hashed(linesOf(archive, result), sha256),
      contentType: 'application/json',
      objectLockMode: mode,
      objectLockRetainUntilDate: retainUntilDate,
    },
    options,
  );
  const { versionId, sizeBytes, checksumCrc32 } = uploaded;
  return { key, versionId, sizeBytes, sha256: sha256.digest('hex'), checksumCrc32 };
};

// A generator only for the interface of a stream.
async function* hashed(
  lines: Iterable<string>,
  sha256: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (const line of lines) {
    const bytes = Buffer.from(line);
    sha256.update(bytes);
    yield bytes;
  }
}

/** Yields an {@link ArchiveManifest} as JSON with one line for each file, because one string could be too long for Node.js. */
function* linesOf(
  { bucket, prefix, mode, retainUntilDate, archivedAt }: DirectoryArchive,
  { files, failed, skipped }: Parameters<typeof uploadManifest>[1],
): Generator<string, void, undefined> {
  const manifest: ArchiveManifest = {
    version: 1,
    bucket,
    prefix: folderPrefix(prefix),
    archivedAt: archivedAt.toISOString(),
    mode,
    retainUntilDate: retainUntilDate.toISOString(),
    failed: failed.map(({ path }) => path),
    skipped: skipped.map(({ path }) => path),
    files: [],
  };
  yield JSON.stringify(manifest).replace(/\]\}$/, '');
  const sorted = files.toSorted((one, other) => comparePaths(one.path, other.path));
  for (const [index, file] of sorted.entries()) yield `${index === 0 ? '' : ','}\n${JSON.stringify(file)}`;
  yield '\n]}\n';
}
