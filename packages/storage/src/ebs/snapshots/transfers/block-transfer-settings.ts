import { z } from '@arch/core/builder';

import type { TransferProgress } from '../../../s3/transfer-progress.js';

/** The settings of a transfer of blocks. */
export interface BlockTransferSettings {
  /** The maximum number of blocks in progress at the same time, 1–64; each needs 512 KiB of memory. Default: 16. */
  readonly concurrency?: number | undefined;
  /** A function that receives the progress during the transfer. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
}

/** The default of `concurrency`. */
export const usualConcurrency = 16;

/** Checks the members of {@link BlockTransferSettings}. */
export const blockTransferSettings = (): {
  concurrency: z.ZodMiniType<number | undefined>;
  onProgress: z.ZodMiniType<BlockTransferSettings['onProgress']>;
} => ({
  concurrency: z.optional(z.int().check(z.gte(1), z.lte(64))),
  onProgress: z.optional(
    z.custom<NonNullable<BlockTransferSettings['onProgress']>>((value) => typeof value === 'function', 'a function'),
  ),
});
