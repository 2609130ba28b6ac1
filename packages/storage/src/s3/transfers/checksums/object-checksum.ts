import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

import { crc32ToBase64 } from '@arch/core/builder';

import { type ChecksumAlgorithm, checksumAlgorithms } from '../../checksum-algorithm.js';

/** A checksum of a whole object, in Base64. */
export interface ObjectChecksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly value: string;
}

/** Returns the checksum that S3 stores of the whole object. A checksum of the parts' checksums cannot be verified without the parts. */
export const checksumOf = (head: Readonly<Record<string, unknown>>): ObjectChecksum | undefined => {
  if (head['ChecksumType'] !== undefined && head['ChecksumType'] !== 'FULL_OBJECT') return undefined;
  for (const algorithm of checksumAlgorithms) {
    const value = head[`Checksum${algorithm}`];
    if (typeof value === 'string' && !/-\d+$/.test(value)) return { algorithm, value };
  }
  return undefined;
};

interface Sum {
  update(bytes: Uint8Array): void;
  /** Returns the checksum in Base64. */
  digest(): string | Promise<string>;
}

const crc32Sum = (): Sum => {
  let crc = 0;
  return { update: (bytes) => void (crc = crc32(bytes, crc)), digest: () => crc32ToBase64(crc) };
};

const hashSum = (name: 'sha1' | 'sha256'): Sum => {
  const hash = createHash(name);
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('base64') };
};

/** Returns a checksum that Node.js does not implement. Loaded on first use, because few objects have it. */
const sdkSum = async (name: 'Crc32c' | 'Crc64Nvme'): Promise<Sum> => {
  const { [name]: SdkSum } = await import('@arch/core/sdk/checksums');
  const sum = new SdkSum();
  return {
    update: (bytes) => sum.update(bytes),
    digest: async () => Buffer.from(await sum.digest()).toString('base64'),
  };
};

const sums: Readonly<Record<ChecksumAlgorithm, () => Sum | Promise<Sum>>> = {
  CRC32: crc32Sum,
  CRC32C: () => sdkSum('Crc32c'),
  CRC64NVME: () => sdkSum('Crc64Nvme'),
  SHA1: () => hashSum('sha1'),
  SHA256: () => hashSum('sha256'),
};

const readBytes = 4_194_304;

/** Reads a file from its start and returns its checksum in Base64. */
export const sumFile = async (
  file: FileHandle,
  algorithm: ChecksumAlgorithm,
  signal?: AbortSignal,
): Promise<string> => {
  const sum = await sums[algorithm]();
  // Clearing a large buffer for each small file would take longer than reading the file.
  const { size } = await file.stat();
  const buffer = Buffer.allocUnsafeSlow(Math.max(1, Math.min(readBytes, size)));
  for (let position = 0; ;) {
    signal?.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, buffer.byteLength, position);
    if (bytesRead === 0) return sum.digest();
    sum.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
};
