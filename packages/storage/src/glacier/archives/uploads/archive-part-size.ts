import { InvalidInputError } from '@arch/core';

import { pieceBytes } from '../../tree-hash.js';

/** Glacier's limits: https://docs.aws.amazon.com/amazonglacier/latest/dev/uploading-archive-mpu.html */
const mostPartBytes = 4_096 * pieceBytes;
const mostParts = 10_000;

const usualPartBytes = 16 * pieceBytes;

/** The maximum memory for all parts in progress. */
const mostBytesInProgress = 536_870_912;

/** Whether Glacier accepts this size of a part. */
export const isArchivePartSize = (bytes: number): boolean =>
  bytes >= pieceBytes && bytes <= mostPartBytes && Number.isInteger(Math.log2(bytes));

/** The rule of {@link isArchivePartSize} for messages. */
export const partSizeRule = 'a power of two MiB in bytes, from 1048576 to 4294967296';

/** Returns the size of the parts of an archive, so that an archive of known size has at most 10,000 parts. */
export const archivePartSize = (sizeBytes: number | undefined, given: number | undefined): number => {
  let least = pieceBytes;
  while (least * mostParts < (sizeBytes ?? 0)) least *= 2;
  if (least > mostPartBytes)
    throw new InvalidInputError(
      `uploadVaultArchive: ${sizeBytes} bytes are too many for an archive, which can have 10,000 parts of 4 GiB.`,
      { operation: 'uploadVaultArchive' },
    );
  if (given !== undefined && given < least)
    throw new InvalidInputError(
      `uploadVaultArchive: partSizeBytes must be at least ${least} (got ${given}), because an archive of ${sizeBytes} bytes can have at most 10,000 parts.`,
      { operation: 'uploadVaultArchive' },
    );
  return given ?? Math.max(usualPartBytes, least);
};

/** Returns the function for the size of each part, which throws after the last possible part. */
export const archivePartSizes =
  (partSizeBytes: number) =>
  (index: number): number => {
    if (index < mostParts) return partSizeBytes;
    throw new InvalidInputError(
      `uploadVaultArchive: body has more than 10,000 parts. Pass sizeBytes, or a partSizeBytes that is greater than ${partSizeBytes}.`,
      { operation: 'uploadVaultArchive' },
    );
  };

/** Returns the number of parts that can be in memory at the same time. */
export const archiveWorkers = (partSizeBytes: number, concurrency: number = 4): number =>
  Math.max(1, Math.min(concurrency, Math.floor(mostBytesInProgress / partSizeBytes)));
