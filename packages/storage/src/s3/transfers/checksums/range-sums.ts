import { crc32 } from 'node:zlib';

import { crc32ToBase64 } from '@arch/core/builder';

import { crc32Combiner } from './crc32-combiner.js';

interface RangeSum {
  readonly start: number;
  crc: number;
  sizeBytes: number;
}

/** The CRC32 of an object whose ranges arrive in parallel. */
export interface RangeSums {
  /** Returns a function that adds the bytes of a range, in their order. */
  range(start: number): (bytes: Uint8Array) => void;
  /** Returns the CRC32 of all ranges together, in Base64. */
  digest(): string;
}

/** Computes the CRC32 of an object while it arrives: a second reading of the file would take about as long as the download. */
export const rangeSums = (): RangeSums => {
  const sums: RangeSum[] = [];
  return {
    range: (start) => {
      const sum = { start, crc: 0, sizeBytes: 0 };
      sums.push(sum);
      return (bytes) => {
        sum.crc = crc32(bytes, sum.crc);
        sum.sizeBytes += bytes.byteLength;
      };
    },
    digest: () => {
      const combine = crc32Combiner();
      const ordered = sums.sort((one, other) => one.start - other.start);
      return crc32ToBase64(ordered.reduce((crc, sum) => combine(crc, sum.crc, sum.sizeBytes), 0));
    },
  };
};
