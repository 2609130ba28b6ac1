import type { FileHandle } from 'node:fs/promises';

import { ArchError, UnexpectedResponseError } from '@arch/core';
import { type CallOptions, retryWhile, withLocalErrors } from '@arch/core/builder';

import type { WholeRange } from '../ranges.js';
import { getObjectStream, type ObjectReference } from '../objects/index.js';

/** Where the bytes of an object come from and go to. */
export interface Fetching {
  readonly object: ObjectReference;
  readonly file: FileHandle;
  /** The file as the caller has named it. */
  readonly path: string;
  readonly progress: (bytes: number) => void;
}

/** A connection that breaks again and again without a byte in between. */
const mostFailures = 3;

/** Gets a range into its place in a file. A connection that breaks goes on where it broke: the SDK tries again only before the first byte. */
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
  const phase = `waiting to get the rest of ${fetching.object.key}`;
  await retryWhile({ when, pauseMs, phase }, options, async () => {
    if (left.start <= left.end) await copyRange(fetching, left, options);
  });
};

/** Whether the same request may bring the rest. */
const isBroken = (error: unknown): boolean =>
  error instanceof ArchError && error.retryable && ['ConnectionError', 'DeadlineError'].includes(error.name);

/** One request: what comes is written in pieces of about a mebibyte, and is then no longer left to be done. */
const copyRange = async (
  { object, file, path, progress }: Fetching,
  left: { start: number; readonly end: number },
  options: CallOptions,
): Promise<void> => {
  const range = { ...left };
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const flush = async (): Promise<void> => {
    await withLocalErrors({ operation: 'downloadFile', verb: 'write', path }, () => writeAll(file, held, left.start));
    left.start += heldBytes;
    progress(heldBytes);
    held = [];
    heldBytes = 0;
  };
  try {
    for await (const chunk of getObjectStream({ ...object, range }, options)) {
      if (left.start + heldBytes + chunk.byteLength > range.end + 1) throw wrongLength(object, range, 'more');
      held.push(chunk);
      heldBytes += chunk.byteLength;
      if (heldBytes >= 1_048_576) await flush();
    }
  } finally {
    // What came before a connection broke need not come again.
    if (heldBytes > 0) await flush();
  }
  if (left.start <= left.end) throw wrongLength(object, range, 'fewer');
};

const writeAll = async (file: FileHandle, pieces: readonly Uint8Array[], position: number): Promise<void> => {
  const total = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  let { bytesWritten: done } = await file.writev(pieces, position);
  // A disk may take less than it was given.
  while (done < total) {
    done += (await file.write(Buffer.concat(pieces), done, total - done, position + done)).bytesWritten;
  }
};

const wrongLength = (
  { key }: ObjectReference,
  { start, end }: WholeRange,
  what: 'more' | 'fewer',
): UnexpectedResponseError =>
  new UnexpectedResponseError(
    `downloadFile: S3 answered ${what} than the ${end + 1 - start} bytes of ${key} that were asked for.`,
    { operation: 'downloadFile', id: key },
  );
