import { createHash } from 'node:crypto';

import { type FakeAws, fakeAws } from '@arch/core/testing';

export const snapshotId = 'snap-0123456789abcdef0';

/** A block of 512 KiB that is filled with one byte. */
export const filled = (byte: number): Uint8Array => new Uint8Array(524_288).fill(byte);

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The response to `GetSnapshotBlock`. */
export const blockAnswer = (data: Uint8Array, checksumOf: Uint8Array = data): object => ({
  BlockData: data,
  Checksum: sha256(checksumOf).toString('base64'),
  ChecksumAlgorithm: 'SHA256',
  DataLength: data.byteLength,
});

/** An AWS with one snapshot of 1 GiB whose blocks are filled with their index plus 1. */
export const fakeSnapshot = (indexes: readonly number[]): FakeAws => {
  const aws = fakeAws();
  aws.on('ListSnapshotBlocks', {
    Blocks: indexes.map((BlockIndex) => ({ BlockIndex, BlockToken: `token-${BlockIndex}` })),
    VolumeSize: 1,
    BlockSize: 524_288,
  });
  aws.on<{ BlockIndex: number }>('GetSnapshotBlock', ({ BlockIndex }) => blockAnswer(filled(BlockIndex + 1)));
  return aws;
};
