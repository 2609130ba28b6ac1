import { NotFoundError } from '@arch/core';
import { type CallOptions, retryWhile, type TaskSteps } from '@arch/core/builder';

import { inParallel } from '../../../s3/in-parallel.js';
import { deleteSnapshot } from '../index.js';
import { blockDigest, linearChecksum } from '../../block-digest.js';
import { completeSnapshot, putSnapshotBlock, startSnapshot, type StartSnapshotInput } from '../blocks/index.js';
import type { BlockOfVolume } from './read-snapshot.js';

/** A snapshot whose blocks are all written. */
export interface WrittenSnapshot {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The size of the volume in GiB. */
  readonly volumeSizeGiB: number;
  /** The number of blocks that were written. */
  readonly changedBlocksCount: number;
  /** The checksum of all written blocks that AWS has verified, in Base64. */
  readonly checksum: string;
}

/** The settings of a task that writes blocks. */
export interface BlockWriting {
  readonly snapshot: StartSnapshotInput;
  readonly concurrency: number;
  readonly progress: (bytes: number) => void;
  readonly options: CallOptions;
  readonly steps: TaskSteps;
}

/** Starts a snapshot, writes blocks to it in parallel and completes it. */
export const writeBlocks = async (
  blocks: AsyncIterable<BlockOfVolume>,
  { snapshot, concurrency, progress, options, steps }: BlockWriting,
): Promise<WrittenSnapshot> => {
  const exists = 'an incomplete snapshot may exist: find it with listSnapshots, and delete it with deleteSnapshot';
  const { snapshotId } = await steps.making(exists, startSnapshot(snapshot, options));
  steps.undo(`the incomplete snapshot ${snapshotId} is left: delete it with deleteSnapshot`, (own) =>
    deleteSnapshot(snapshotId, own),
  );
  const digests = new Map<number, Uint8Array>();
  const { signal = new AbortController().signal } = options;
  await inParallel(blocks, { concurrency, signal }, async ({ blockIndex, data: blockData }, either) => {
    const own = { ...options, signal: either };
    await retryWhile(notVisibleYet, own, () => putSnapshotBlock({ snapshotId, blockIndex, blockData }, own));
    digests.set(blockIndex, blockDigest(blockData));
    progress(blockData.byteLength);
  });
  const checksum = linearChecksum(digests);
  const changedBlocksCount = digests.size;
  await completeSnapshot({ snapshotId, changedBlocksCount, checksum }, options);
  return { snapshotId, volumeSizeGiB: snapshot.volumeSizeGiB, changedBlocksCount, checksum };
};

/** AWS may not find a snapshot for a minute or two after its start. */
const notVisibleYet = {
  when: (error: unknown): boolean => error instanceof NotFoundError,
  patienceMs: 120_000,
  pauseMs: 5_000,
  phase: 'waiting until the new snapshot is visible',
};
