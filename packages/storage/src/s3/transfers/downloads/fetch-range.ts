import type { FileHandle } from 'node:fs/promises';

import { ArchError, UnexpectedResponseError } from '@arch/core';
import { type CallOptions, retryWhile, withLocalErrors } from '@arch/core/builder';

import type { WholeRange } from '../../ranges.js';
import type { ObjectReference } from '../../objects/index.js';
import { readObjectBlocks } from '../../read-object-blocks.js';

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

/** The maximum number of successive failures without a new byte. */
export const mostFailures = 3;

/** Writes a range to its position in a file. After a broken connection it requests the remaining bytes; the SDK retries only before the first byte. */
export const fetchRange = async (
  fetching: Fetching,
  { start, end }: WholeRange,
  options: CallOptions,
): Promise<void> => {
  const left = { start, end };
  const sum = fetching.sums?.range(start) ?? ((): void => undefined);
  let [failures, from] = [0, start];
  const when = (error: unknown): boolean => {
    failures = left.start > from ? 1 : failures + 1;
    from = left.start;
    return isBroken(error) && failures < mostFailures;
  };
  const pauseMs = (): number => Math.random() * 1_000 * failures;
  const phase = `pausing before requesting the rest of ${fetching.object.key}`;
  await retryWhile({ when, pauseMs, phase }, options, async () => {
    if (left.start <= left.end) await copyRange({ ...fetching, sum }, left, options);
  });
};

/** Whether a further request may return the remaining bytes. */
export const isBroken = (error: unknown): boolean =>
  error instanceof ArchError && error.retryable && ['ConnectionError', 'DeadlineError'].includes(error.name);

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
