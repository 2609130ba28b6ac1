import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

import { fill } from '../../../../local-files/fill.js';
import { rangesOf, type WholeRange } from '../../../ranges.js';
import type { TransferCounter } from '../../../transfer-progress.js';

/** A range in the journal of a download, with the CRC32 of its bytes on the disk. */
export interface RecordedRange extends WholeRange {
  readonly crc32: number;
}

/** Reads a range back from the file, so that the checksum is that of the bytes in the file. */
export const recordRange = async (file: FileHandle, { start, end }: WholeRange): Promise<RecordedRange> => ({
  start,
  end,
  crc32: await sumRange(file, { start, end }),
});

const readBytes = 1_048_576;

/** Returns the CRC32 of a range of a file, or of its part before the end of the file. */
const sumRange = async (file: FileHandle, { start, end }: WholeRange): Promise<number> => {
  const buffer = Buffer.allocUnsafeSlow(Math.min(readBytes, end + 1 - start));
  let crc = 0;
  for (let position = start; position <= end; position += buffer.byteLength) {
    const wanted = buffer.subarray(0, Math.min(buffer.byteLength, end + 1 - position));
    crc = crc32(wanted.subarray(0, await fill(file, wanted, position)), crc);
  }
  return crc;
};

/** The content of a download that an earlier call has begun. */
interface Begun {
  readonly file: FileHandle;
  readonly recorded: readonly RecordedRange[];
  readonly progress: TransferCounter;
  readonly signal: AbortSignal;
}

/** Returns the starts of the recorded ranges whose bytes are in the file. A range that the disk has lost is fetched again. */
export const verifyRanges = async ({ file, recorded, progress, signal }: Begun): Promise<ReadonlySet<number>> => {
  const verified = new Set<number>();
  for (const range of recorded) {
    signal.throwIfAborted();
    if (verified.has(range.start) || (await sumRange(file, range)) !== range.crc32) continue;
    verified.add(range.start);
    progress(range.end + 1 - range.start, 'resumed');
  }
  return verified;
};

/** Yields the ranges of an object that do not start at one of `starts`. */
export async function* rangesWithout(
  starts: ReadonlySet<number>,
  { sizeBytes, partSizeBytes }: { readonly sizeBytes: number; readonly partSizeBytes: number },
): AsyncGenerator<WholeRange, void, undefined> {
  for await (const range of rangesOf(sizeBytes, partSizeBytes)) if (!starts.has(range.start)) yield range;
}
