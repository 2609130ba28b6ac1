import type { BigIntStats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';

import { ConflictError, InvalidInputError } from '@arch/core';
import { withLocalErrors } from '@arch/core/builder';

import { fill } from '../../../local-files/fill.js';
import { isSame } from '../../../local-files/is-same.js';
import type { BlockOfVolume } from './read-snapshot.js';
import { blockBytes } from '../../block-bytes.js';

const operation = 'uploadSnapshot';

/** A file whose content becomes a snapshot. */
export interface BlockFile {
  readonly sizeBytes: number;
  /** Reads the blocks that do not only contain zeros. Throws if the file changes. */
  blocks(): AsyncGenerator<BlockOfVolume, void, undefined>;
  close(): Promise<void>;
}

const reading = <Result>(path: string, run: () => Promise<Result>): Promise<Result> =>
  withLocalErrors({ operation, verb: 'read', path }, run);

/** Opens a file to read its blocks. */
export const openBlockFile = async (path: string): Promise<BlockFile> => {
  // Checked before opening, because opening a pipe waits for a writer.
  const found = await reading(path, () => stat(path));
  if (!found.isFile()) throw notAFile(path, 'must be the path of a file');
  if (found.size === 0) throw notAFile(path, 'must be the path of a file with content');
  const file = await reading(path, () => open(path, 'r'));
  try {
    const before = await reading(path, () => file.stat({ bigint: true }));
    return { sizeBytes: Number(before.size), blocks: () => blocksOf(path, file, before), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
};

async function* blocksOf(
  path: string,
  file: FileHandle,
  before: BigIntStats,
): AsyncGenerator<BlockOfVolume, void, undefined> {
  const zeros = Buffer.alloc(blockBytes);
  const sizeBytes = Number(before.size);
  for (let blockIndex = 0; blockIndex * blockBytes < sizeBytes; blockIndex++) {
    const from = blockIndex * blockBytes;
    // The rest of the last block is zeros.
    const data = Buffer.alloc(blockBytes);
    const expected = Math.min(blockBytes, sizeBytes - from);
    const isLast = from + expected === sizeBytes;
    const filled = await reading(path, () => fill(file, data.subarray(0, expected), from));
    // Checked before the last block is yielded, so that the snapshot is not completed with it.
    if (filled < expected || (isLast && !isSame(before, await reading(path, () => file.stat({ bigint: true })))))
      throw changed(path);
    if (!zeros.equals(data)) yield { blockIndex, data };
  }
}

const changed = (path: string): ConflictError =>
  new ConflictError(`${operation}: the file ${path} changed during the upload. Call again.`, {
    operation,
    resource: 'file',
    id: path,
  });

const notAFile = (path: string, requirement: string): InvalidInputError =>
  new InvalidInputError(`${operation}: path ${requirement} (got ${JSON.stringify(path)}).`, { operation });
