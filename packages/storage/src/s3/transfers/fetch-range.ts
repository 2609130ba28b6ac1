import type { FileHandle } from 'node:fs/promises';

import { ArchError, UnexpectedResponseError } from '@arch/core';
import { type CallOptions, retryWhile, withLocalErrors } from '@arch/core/builder';

import type { WholeRange } from '../ranges.js';
import { getObjectStream, type ObjectReference } from '../objects/index.js';

/** The source and the destination of a download. */
export interface Fetching {
  readonly object: ObjectReference;
  readonly file: FileHandle;
  /** The path that the caller passed. */
  readonly path: string;
  readonly progress: (bytes: number) => void;
}

/** The maximum number of successive failures without a new byte. */
const mostFailures = 3;

/** Writes a range to its position in a file. After a broken connection it requests the remaining bytes; the SDK retries only before the first byte. */
export const fetchRange = async (
  fetching: Fetching,
  { start, end }: WholeRange,
  options: CallOptions,
): Promise<void> => {
  const left = { start, end };
  let [failures, from] = [0, start];
  const when = (error: unknown): boolean => {
    failures = left.start > from ? 1 : failures + 1;
    from = left.start;
    return isBroken(error) && failures < mostFailures;
  };
  const pauseMs = (): number => Math.random() * 1_000 * failures;
  const phase = `pausing before requesting the rest of ${fetching.object.key}`;
  await retryWhile({ when, pauseMs, phase }, options, async () => {
    if (left.start <= left.end) await copyRange(fetching, left, options);
  });
};

/** Whether a further request may return the remaining bytes. */
const isBroken = (error: unknown): boolean =>
  error instanceof ArchError && error.retryable && ['ConnectionError', 'DeadlineError'].includes(error.name);

/** Sends one request, writes the response in pieces of about 1 MiB, and moves `left.start` behind the written bytes. */
const copyRange = async (
  { object, file, path, progress }: Fetching,
  left: { start: number; readonly end: number },
  options: CallOptions,
): Promise<void> => {
  const range = { ...left };
  let buffered: Uint8Array[] = [];
  let bufferedBytes = 0;
  const flush = async (): Promise<void> => {
    await withLocalErrors({ operation: 'downloadFile', verb: 'write', path }, () =>
      writeAll(file, buffered, left.start),
    );
    left.start += bufferedBytes;
    progress(bufferedBytes);
    buffered = [];
    bufferedBytes = 0;
  };
  try {
    for await (const chunk of getObjectStream({ ...object, range }, options)) {
      if (left.start + bufferedBytes + chunk.byteLength > range.end + 1) throw wrongLength(object, range, 'more');
      buffered.push(chunk);
      bufferedBytes += chunk.byteLength;
      if (bufferedBytes >= 1_048_576) await flush();
    }
  } finally {
    // Keeps the bytes that arrived before the connection broke.
    if (bufferedBytes > 0) await flush();
  }
  if (left.start <= left.end) throw wrongLength(object, range, 'fewer');
};

const writeAll = async (file: FileHandle, pieces: readonly Uint8Array[], position: number): Promise<void> => {
  const total = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  let { bytesWritten: done } = await file.writev(pieces, position);
  // `writev` may write only a part.
  while (done < total) {
    done += (await file.write(Buffer.concat(pieces), done, total - done, position + done)).bytesWritten;
  }
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
