import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';

import { InvalidInputError } from '@arch/core';

/** A file that is being written, beside where it goes. */
export interface TemporaryFile {
  readonly file: FileHandle;
  /** Where it is until it is kept. */
  readonly path: string;
  /** Puts what was written onto the disk, so that a machine that stops has the whole file or none. */
  flush(): Promise<void>;
  /** Puts it under its final name. What was there is replaced at once. */
  keep(): Promise<void>;
  /** Removes it. */
  discard(): Promise<void>;
}

/** Opens a file in the folder of `path`, whose name nobody else has. */
export const openTemporaryFile = async (path: string): Promise<TemporaryFile> => {
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isFile()) throw unwritable(path, 'there is something of that name that is no file');
  const name = `${path}.${crypto.randomUUID().slice(0, 8)}.part`;
  // For reading too: what was written is read again to be verified.
  const file = await open(name, 'wx+').catch((cause: unknown) => {
    throw unwritable(path, (cause as Error).message, cause);
  });
  return {
    file,
    path: name,
    flush: () => file.datasync(),
    keep: async () => {
      await file.close();
      await rename(name, path);
    },
    discard: async () => {
      await file.close().catch(() => undefined);
      await rm(name, { force: true });
    },
  };
};

const unwritable = (path: string, reason: string, cause?: unknown): InvalidInputError =>
  new InvalidInputError(`downloadFile: path is ${JSON.stringify(path)}, which cannot be written: ${reason}.`, {
    operation: 'downloadFile',
    cause,
  });
