import { crc32 } from 'node:zlib';

import { crc32ToBase64 } from '@arch/core/builder';

import { crc32Combiner } from './crc32-combiner.js';

/** The size and the CRC32 of content that is read in parts. */
export interface PartSums {
  /** Adds the next part. Returns its CRC32 in Base64. */
  add(part: Uint8Array): string;
  /** Returns the size of all parts, and their CRC32 in Base64. */
  whole(): { readonly sizeBytes: number; readonly checksumCrc32: string };
}

/** Computes the CRC32 of each part and of the whole, with one pass over the content. */
export const partSums = (): PartSums => {
  const combine = crc32Combiner();
  let [crc, sizeBytes] = [0, 0];
  return {
    add: (part) => {
      const own = crc32(part);
      crc = combine(crc, own, part.byteLength);
      sizeBytes += part.byteLength;
      return crc32ToBase64(own);
    },
    whole: () => ({ sizeBytes, checksumCrc32: crc32ToBase64(crc) }),
  };
};
