import { input, z } from '@arch/core/builder';

import { type TransferProgress, transferSettings } from '../../../s3/transfer-progress.js';
import {
  contentRule,
  hasOneContent,
  hasSizeOfStream,
  sizeRule,
  type UploadContent,
  uploadContent,
} from '../../../s3/upload-body.js';
import { isArchivePartSize, partSizeRule } from './archive-part-size.js';
import { newVaultArchive, type NewVaultArchive } from './new-vault-archive.js';

export interface UploadVaultArchiveInput extends NewVaultArchive, UploadContent {
  /**
   * The size of a part in bytes, a power of two MiB up to 4 GiB. An archive has at most 10,000 parts. Default: 16 MiB, or more if the size of
   * the archive is known and requires it. A stream of unknown size can have up to 156 GiB with parts of 16 MiB.
   */
  readonly partSizeBytes?: number | undefined;
  /** The maximum number of parts in progress at the same time, 1–100. Default: 4, or fewer if the parts are large. */
  readonly concurrency?: number | undefined;
  /** A function that receives the progress during the upload. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
}

/** Checks an {@link UploadVaultArchiveInput}. */
export const uploadVaultArchiveInput = (): z.ZodMiniType<UploadVaultArchiveInput> => {
  const { concurrency, onProgress } = transferSettings(1);
  return input<UploadVaultArchiveInput>({
    ...newVaultArchive(),
    ...uploadContent(),
    partSizeBytes: z.optional(z.int().check(z.refine(isArchivePartSize, { error: partSizeRule }))),
    concurrency,
    onProgress,
  }).check(
    z.refine(hasOneContent, { error: contentRule }),
    z.refine(hasSizeOfStream, { error: sizeRule }),
    z.refine(({ body, sizeBytes }) => sizeBytes !== 0 && !(body instanceof Uint8Array && body.byteLength === 0), {
      error: 'content of at least 1 byte',
    }),
  );
};
