import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';

import { crc32ToBase64, withLocalErrors } from '@arch/core/builder';

import type { ManifestFile } from './archived-directory.js';

/** Reads a file and returns its checksums. */
export const hashFile = (
  path: string,
  { operation, signal }: { readonly operation: string; readonly signal: AbortSignal | undefined },
): Promise<Pick<ManifestFile, 'sha256' | 'checksumCrc32'>> =>
  withLocalErrors({ operation, verb: 'read', path }, async () => {
    const sha256 = createHash('sha256');
    let crc = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) {
      signal?.throwIfAborted();
      sha256.update(chunk as Uint8Array);
      crc = crc32(chunk as Uint8Array, crc);
    }
    return { sha256: sha256.digest('hex'), checksumCrc32: crc32ToBase64(crc) };
  });
