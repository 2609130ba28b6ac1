import { callListener, z } from '@arch/core/builder';

/** How far a transfer is. */
export interface TransferProgress {
  readonly transferredBytes: number;
  /** Absent while a stream is uploaded, whose end is not known. */
  readonly totalBytes?: number | undefined;
}

/** How a transfer in parts is made. */
export interface TransferSettings {
  /** Bytes of a part. Default: 8 MiB, and more where the object would have more parts than S3 takes. */
  readonly partSizeBytes?: number | undefined;
  /** Parts on their way at a time, 1–100. Default 8; fewer where the parts are large. */
  readonly concurrency?: number | undefined;
  /** Hears of the progress as it is made. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
}

/** The members of {@link TransferSettings}, checked; a part has at least `leastBytes`. */
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

/** Counts bytes and tells of them. */
export const progressOf = (
  { onProgress }: TransferSettings,
  totalBytes: number | undefined,
): ((bytes: number) => void) => {
  let transferredBytes = 0;
  return (bytes) => {
    transferredBytes += bytes;
    if (onProgress) callListener(onProgress, { transferredBytes, ...(totalBytes !== undefined && { totalBytes }) });
  };
};
