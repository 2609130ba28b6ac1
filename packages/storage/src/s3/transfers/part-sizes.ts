import { InvalidInputError } from '@arch/core';

import type { PartSizes } from '../upload-source.js';

export type { PartSizes } from '../upload-source.js';

const mebibyte = 1_048_576;

/** S3's limits: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
export const leastPartBytes: number = 5 * mebibyte;
const mostPartBytes = 5_120 * mebibyte;
const mostParts = 10_000;

/** The default size of a part: large enough for the network and small enough for the memory. */
export const usualPartBytes: number = 8 * mebibyte;

/** The default size of a range of a download: its memory does not depend on it, and each request takes time. */
export const usualRangeBytes: number = 16 * mebibyte;

/** The maximum memory for all parts in progress. */
const mostBytesInProgress = 512 * mebibyte;

/** Returns the part size for an upload of known size, so that there are at most 10,000 parts. */
export const partSizesFor = (sizeBytes: number, given: number | undefined): PartSizes => {
  const needed = Math.ceil(sizeBytes / mostParts / mebibyte) * mebibyte;
  if (needed > mostPartBytes) {
    throw new InvalidInputError(
      `uploadFile: ${sizeBytes} bytes are too many for an object in S3, which can have 10,000 parts of 5 GiB.`,
      { operation: 'uploadFile' },
    );
  }
  if (given !== undefined && given * mostParts < sizeBytes) {
    throw new InvalidInputError(
      `uploadFile: partSizeBytes must be at least ${needed} (got ${given}), because an upload of ${sizeBytes} bytes can have at most 10,000 parts.`,
      { operation: 'uploadFile' },
    );
  }
  const size = given ?? Math.max(usualPartBytes, needed);
  return () => size;
};

/** Returns growing part sizes for a stream of unknown size: 10,000 parts can contain several TiB, and a short stream still has small parts. */
export const growingPartSizes =
  (given: number = usualPartBytes): PartSizes =>
  (index) => {
    if (index < mostParts) return Math.min(mostPartBytes, given * 2 ** Math.floor(index / 1_000));
    throw new InvalidInputError(
      `uploadFile: body has more than 10,000 parts. Pass a partSizeBytes that is greater than ${given}.`,
      { operation: 'uploadFile' },
    );
  };

/** Returns the number of parts that can be in memory at the same time. */
export const workersFor = (partBytes: number, concurrency: number = 8): number =>
  Math.max(1, Math.min(concurrency, Math.floor(mostBytesInProgress / partBytes)));
