import { nodeCrypto } from '@arch/core/builder';

/** The SHA-256 checksum of a block. */
export const blockDigest = (data: Uint8Array): Buffer => nodeCrypto().createHash('sha256').update(data).digest();

/** The checksum of a whole snapshot, in Base64: the SHA-256 of the checksums of all written blocks in the order of their indexes. */
export const linearChecksum = (digests: ReadonlyMap<number, Uint8Array>): string => {
  const hash = nodeCrypto().createHash('sha256');
  for (const [, digest] of [...digests].sort(([one], [other]) => one - other)) hash.update(digest);
  return hash.digest('base64');
};
