import { callListener, text, z } from '@arch/core/builder';

/** The progress of a transfer. */
export interface TransferProgress {
  /** The number of bytes that are transferred, also by an earlier call that this call resumes. */
  readonly transferredBytes: number;
  /** The number of bytes that an earlier call has transferred. Absent if the transfer is not resumed. */
  readonly resumedBytes?: number | undefined;
  /** The size of the object in bytes. Absent if the source is a stream. */
  readonly totalBytes?: number | undefined;
}

/** The settings of a transfer in parts. */
export interface TransferSettings {
  /**
   * The size of a part in bytes: at least 5 MiB for an upload, 1 MiB for a download, and at most 5 GiB. Default: 16 MiB for the
   * download of a file; 8 MiB for an upload, or more if it would otherwise have more than 10,000 parts.
   */
  readonly partSizeBytes?: number | undefined;
  /** The maximum number of parts in progress at the same time, 1–100; fewer while S3 throttles. Default: 8, or fewer if the parts are large. */
  readonly concurrency?: number | undefined;
  /** A function that receives the progress during the transfer. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
}

/** Checks the members of {@link TransferSettings}. A part has at least `leastBytes`. */
export const transferSettings = (
  leastBytes: number,
): {
  partSizeBytes: z.ZodMiniType<number | undefined>;
  concurrency: z.ZodMiniType<number | undefined>;
  onProgress: z.ZodMiniType<TransferSettings['onProgress']>;
} => ({
  partSizeBytes: z.optional(z.int().check(z.gte(leastBytes), z.lte(5_368_709_120))),
  concurrency: z.optional(z.int().check(z.gte(1), z.lte(100))),
  onProgress: z.optional(
    z.custom<NonNullable<TransferSettings['onProgress']>>((value) => typeof value === 'function', 'a function'),
  ),
});

/** Checks `resume` of an upload: whether it is resumed, or the folder of its journal. */
export const resumeSetting = (): z.ZodMiniType<boolean | string | undefined> =>
  z.optional(z.union([z.boolean(), text(1, 4_096)]));

/** Counts bytes. `resumed` are bytes that an earlier call has transferred. */
export type TransferCounter = (bytes: number, kind?: 'resumed') => void;

/** Returns a function that counts bytes and calls `onProgress`. */
export const progressOf = ({ onProgress }: TransferSettings, totalBytes: number | undefined): TransferCounter => {
  let transferredBytes = 0;
  let resumedBytes = 0;
  return (bytes, kind) => {
    transferredBytes += bytes;
    if (kind === 'resumed') resumedBytes += bytes;
    if (!onProgress) return;
    callListener(onProgress, {
      transferredBytes,
      ...(resumedBytes > 0 && { resumedBytes }),
      ...(totalBytes !== undefined && { totalBytes }),
    });
  };
};
