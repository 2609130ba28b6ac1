import type { FileHandle } from 'node:fs/promises';

import { UnexpectedResponseError } from '@arch/core';
import { type CallOptions, withLocalErrors } from '@arch/core/builder';

import type { WholeRange } from '../../ranges.js';
import type { ObjectReference } from '../../objects/index.js';
import { readObjectBlocks } from '../../read-object-blocks.js';
import { retryBroken } from './retry-broken.js';

/** The source and the destination of a download. */
export interface Fetching {
  readonly object: ObjectReference;
  readonly file: FileHandle;
  /** The path that the caller passed. */
  readonly path: string;
  readonly progress: (bytes: number) => void;
  /** Computes a checksum of the ranges while they arrive. */
  readonly sums?: { range(start: number): OnBytes } | undefined;
}

type OnBytes = (bytes: Uint8Array) => void;

/** Writes a range to its position in a file. After a broken connection it requests the remaining bytes. */
export const fetchRange = async (
  fetching: Fetching,
  { start, end }: WholeRange,
  options: CallOptions,
): Promise<void> => {
  const left = { start, end };
  const sum = fetching.sums?.range(start) ?? ((): void => undefined);
  const phase = `pausing before requesting the rest of ${fetching.object.key}`;
  await retryBroken({ phase, received: () => left.start - start }, options, async () => {
    if (left.start <= left.end) await copyRange({ ...fetching, sum }, left, options);
  });
};

/** Sends one request, writes the response in blocks, and moves `left.start` behind the written bytes. */
const copyRange = async (
  { object, file, path, progress, sum }: Fetching & { readonly sum: OnBytes },
  left: { start: number; readonly end: number },
  options: CallOptions,
): Promise<void> => {
  const range = { ...left };
  const write = async (block: Uint8Array): Promise<void> => {
    const position = left.start;
    if (position + block.byteLength > range.end + 1) throw wrongLength(object, range, 'more');
    left.start += block.byteLength;
    sum(block);
    await withLocalErrors({ operation: 'downloadFile', verb: 'write', path }, () => writeAll(file, block, position));
    progress(block.byteLength);
  };
  await readObjectBlocks({ ...object, range }, write, options);
  if (left.start <= left.end) throw wrongLength(object, range, 'fewer');
};

/** Writes bytes to their position in a file. */
export const writeAll = async (file: FileHandle, block: Uint8Array, position: number): Promise<void> => {
  // `write` may write only a part.
  for (let done = 0; done < block.byteLength;)
    done += (await file.write(block, done, block.byteLength - done, position + done)).bytesWritten;
};

const wrongLength = (
  { key }: ObjectReference,
  { start, end }: WholeRange,
  comparison: 'more' | 'fewer',
): UnexpectedResponseError =>
  new UnexpectedResponseError(
    `downloadFile: S3 sent ${comparison} than the ${end + 1 - start} requested bytes of ${key}.`,
    { operation: 'downloadFile', id: key },
  );
