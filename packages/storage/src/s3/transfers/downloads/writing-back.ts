import type { FileHandle } from 'node:fs/promises';

import { withLocalErrors } from '@arch/core/builder';

import type { TransferCounter } from '../../transfer-progress.js';

/** The number of new bytes after which the disk begins to write. */
const stepBytes = 134_217_728;

interface WritingBack {
  /** Counts bytes that were written to the file. */
  readonly count: TransferCounter;
  /** Waits for the disk. Throws its error: the system reports an error of the disk only once. */
  end(): Promise<void>;
}

/** Lets the disk write while further ranges arrive. If it wrote all bytes at the end, that would take a fifth of the time of the download. */
export const writingBack = (
  target: { readonly file: FileHandle },
  { path, counter }: { readonly path: string; readonly counter: TransferCounter },
): WritingBack => {
  let newBytes = 0;
  let isWriting = false;
  let writing = Promise.resolve();
  const write = async (before: Promise<void>): Promise<void> => {
    isWriting = true;
    try {
      await before;
      await withLocalErrors({ operation: 'downloadFile', verb: 'write', path }, () => target.file.datasync());
    } finally {
      isWriting = false;
    }
  };
  return {
    count: (bytes, kind) => {
      counter(bytes, kind);
      newBytes += bytes;
      if (isWriting || newBytes < stepBytes) return;
      newBytes = 0;
      writing = write(writing);
      // Thrown by `end`.
      writing.catch(() => undefined);
    },
    end: () => writing,
  };
};
