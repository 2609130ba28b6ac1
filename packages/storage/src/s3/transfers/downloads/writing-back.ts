import type { FileHandle } from 'node:fs/promises';

import type { TransferCounter } from '../../transfer-progress.js';

/** The number of new bytes after which the disk begins to write. */
const stepBytes = 134_217_728;

/** Lets the disk write while further ranges arrive. If it wrote all bytes at the end, that would take a fifth of the time of the download. */
export const writingBack = (file: FileHandle, counter: TransferCounter): TransferCounter => {
  let newBytes = 0;
  let isWriting = false;
  // The call at the end reports errors of the disk.
  const write = async (): Promise<void> => {
    isWriting = true;
    await file.datasync().catch(() => undefined);
    isWriting = false;
  };
  return (bytes, kind) => {
    counter(bytes, kind);
    newBytes += bytes;
    if (isWriting || newBytes < stepBytes) return;
    newBytes = 0;
    void write();
  };
};
