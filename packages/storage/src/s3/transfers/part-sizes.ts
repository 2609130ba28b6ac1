import { InvalidInputError } from '@arch/core';

const mebibyte = 1_048_576;

/** S3's limits: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
export const leastPartBytes: number = 5 * mebibyte;
const mostPartBytes = 5_120 * mebibyte;
const mostParts = 10_000;

/** What is large enough for the network and small enough for the memory. */
export const usualPartBytes: number = 8 * mebibyte;

/** What parts on their way may take of the memory together. */
const mostBytesAtOnce = 512 * mebibyte;

/** The size of each part, by its index from 0. */
export type PartSizes = (index: number) => number;

/** Parts of equal size for what is known to be `sizeBytes` long: at most 10,000. */
export const partSizesFor = (sizeBytes: number, given: number | undefined): PartSizes => {
  const needed = Math.ceil(sizeBytes / mostParts / mebibyte) * mebibyte;
  if (needed > mostPartBytes) {
    throw new InvalidInputError(
      `uploadFile: ${sizeBytes} bytes are more than an object of S3 can hold: 10,000 parts of 5 GiB.`,
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

/** Parts for what has no known end: they grow, so that 10,000 of them hold 8 TiB, and something short still goes in small ones. */
export const growingPartSizes =
  (given: number = usualPartBytes): PartSizes =>
  (index) => {
    if (index < mostParts) return Math.min(mostPartBytes, given * 2 ** Math.floor(index / 1_000));
    throw new InvalidInputError(
      `uploadFile: the stream has more than 10,000 parts. Pass a partSizeBytes above ${given}.`,
      { operation: 'uploadFile' },
    );
  };

/** How many parts may be in memory at a time. */
export const workersFor = (partBytes: number, concurrency: number = 8): number =>
  Math.max(1, Math.min(concurrency, Math.floor(mostBytesAtOnce / partBytes)));
