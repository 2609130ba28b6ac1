import { callListener } from '@arch/core/builder';

import type { TransferCounter } from '../../../transfer-progress.js';

/** The progress of the transfer of a directory. */
export interface DirectoryProgress {
  /** The number of bytes that are transferred. Decreases if a file fails. */
  readonly transferredBytes: number;
  /** The number of bytes that an earlier call has transferred. Absent if no file is resumed. */
  readonly resumedBytes?: number | undefined;
  /** The number of files that are transferred. */
  readonly transferredFiles: number;
  /** The size of all files to transfer. Absent until all of them are found. */
  readonly totalBytes?: number | undefined;
  /** The number of files to transfer. Absent until all of them are found. */
  readonly totalFiles?: number | undefined;
  /** The average of the last ten seconds. */
  readonly bytesPerSecond: number;
  /** The estimated time to the end in seconds. Absent until all files are found and bytes are transferred. */
  readonly secondsLeft?: number | undefined;
  /**
   * The maximum number of parts in progress at the same time: `concurrency`, or less after S3 has rejected requests because there are too many.
   * It grows again when requests succeed.
   */
  readonly concurrency: number;
}

export type ProgressListener = ((progress: DirectoryProgress) => void) | undefined;

/** Counts files and bytes and calls a listener. */
export interface ProgressCounter {
  /** Adds a file to the totals. */
  readonly find: (sizeBytes: number) => void;
  /** All files are found. */
  readonly complete: () => void;
  readonly addBytes: TransferCounter;
  readonly addFile: () => void;
}

/** The source of the time and of the number of parts in parallel. */
interface ProgressSource {
  readonly now: () => number;
  readonly concurrency: () => number;
}

const windowMs = 10_000;
const sampleMs = 250;

/** Returns a counter that calls a listener after each change of the transferred files and bytes. */
export const progressCounter = (listener: ProgressListener, { now, concurrency }: ProgressSource): ProgressCounter => {
  let [transferredBytes, resumedBytes, transferredFiles] = [0, 0, 0];
  let [totalBytes, totalFiles, isComplete] = [0, 0, false];
  const samples = [{ at: now(), bytes: 0 }];
  const rateAt = (at: number): number => {
    const bytes = transferredBytes - resumedBytes;
    if (at - samples.at(-1)!.at >= sampleMs) samples.push({ at, bytes });
    while (samples.length > 2 && at - samples[1]!.at >= windowMs) samples.shift();
    const [first] = samples;
    return at === first!.at ? 0 : Math.max(0, ((bytes - first!.bytes) / (at - first!.at)) * 1_000);
  };
  const publish = (): void => {
    if (!listener) return;
    const bytesPerSecond = rateAt(now());
    const secondsLeft = bytesPerSecond > 0 ? (totalBytes - transferredBytes) / bytesPerSecond : undefined;
    callListener(listener, {
      transferredBytes,
      ...(resumedBytes > 0 && { resumedBytes }),
      transferredFiles,
      bytesPerSecond,
      concurrency: concurrency(),
      ...(isComplete && { totalBytes, totalFiles, ...(secondsLeft !== undefined && { secondsLeft }) }),
    });
  };
  return {
    find: (sizeBytes) => {
      totalBytes += sizeBytes;
      totalFiles++;
    },
    complete: () => void (isComplete = true),
    addBytes: (bytes, kind) => {
      transferredBytes += bytes;
      if (kind === 'resumed') resumedBytes += bytes;
      publish();
    },
    addFile: () => {
      transferredFiles++;
      publish();
    },
  };
};
