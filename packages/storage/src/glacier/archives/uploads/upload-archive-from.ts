import { InvalidInputError } from '@arch/core';
import type { CallOptions, TaskSteps } from '@arch/core/builder';

import { chain, firstTwo } from '../../../s3/first-two.js';
import { progressOf } from '../../../s3/transfer-progress.js';
import type { UploadSource } from '../../../s3/upload-source.js';
import { uploadTimeLimits } from '../../../s3/upload-time-limits.js';
import { archivePartSize, archivePartSizes } from './archive-part-size.js';
import type { ArchivePart } from './request-archive-part.js';
import { requestWholeArchive } from './request-whole-archive.js';
import { uploadArchiveInParts } from './upload-archive-in-parts.js';
import type { UploadVaultArchiveInput } from './upload-vault-archive-input.js';
import type { UploadedVaultArchive } from './uploaded-vault-archive.js';

/** Uploads the content of a source: in one request if it fits into one part, otherwise in several parts. */
export const uploadArchiveFrom = async (
  source: UploadSource,
  members: UploadVaultArchiveInput,
  { options, steps }: { readonly options: CallOptions; readonly steps: TaskSteps },
): Promise<UploadedVaultArchive> => {
  const { path: _path, body: _body, sizeBytes: _sizeBytes, partSizeBytes: given, concurrency, ...rest } = members;
  const { onProgress, ...archive } = rest;
  const { sizeBytes } = source;
  const partSizeBytes = archivePartSize(sizeBytes, given);
  const progress = progressOf({ onProgress }, sizeBytes);
  const parts = placed(source.parts(archivePartSizes(partSizeBytes)));
  const [first, second] = await firstTwo(parts, options);
  const { byteLength } = first.body;
  if (byteLength === 0) throw noContent();
  if (second) {
    const all = chain([first, second], parts);
    return uploadArchiveInParts({ archive, parts: all, partSizeBytes, concurrency, progress, options, steps });
  }
  const own = { ...options, ...uploadTimeLimits(byteLength, options) };
  const mayExist = `the archive may exist in the vault ${archive.vaultName}: look for it in the next inventory`;
  const uploaded = await steps.making(mayExist, requestWholeArchive({ ...archive, body: first.body }, own));
  progress(byteLength);
  return uploaded;
};

/** Adds its position to each part. */
async function* placed(parts: AsyncIterable<Uint8Array>): AsyncGenerator<ArchivePart, void, undefined> {
  let start = 0;
  for await (const body of parts) {
    yield { start, body };
    start += body.byteLength;
  }
}

const noContent = (): InvalidInputError =>
  new InvalidInputError(
    'uploadVaultArchive: the content is empty, but an archive has at least 1 byte. Pass content of at least 1 byte.',
    { operation: 'uploadVaultArchive' },
  );
