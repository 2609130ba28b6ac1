import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { InvalidInputError } from '@arch/core';
import { withLocalErrors } from '@arch/core/builder';

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

const operation = 'downloadFile';

/** Opens a file in the folder of `path`, whose name nobody else has. */
export const openTemporaryFile = async (path: string): Promise<TemporaryFile> => {
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isFile()) throw notAFile(path);
  const name = temporaryName(path);
  const writing = <Result>(run: () => Promise<Result>): Promise<Result> =>
    withLocalErrors({ operation, verb: 'write', path }, run);
  // For reading too: what was written is read again to be verified.
  const file = await writing(() => open(name, 'wx+'));
  return {
    file,
    path: name,
    flush: () => writing(() => file.datasync()),
    keep: () =>
      writing(async () => {
        await file.close();
        await rename(name, path);
      }),
    discard: async () => {
      await file.close().catch(() => undefined);
      // What failed before is the reason of the call's end, not that its rest cannot be removed.
      await rm(name, { force: true }).catch(() => undefined);
    },
  };
};

/** File systems take names of 255 bytes, and a longer one is refused. */
const mostNameBytes = 255;

const temporaryName = (path: string): string => {
  const suffix = `.${crypto.randomUUID().slice(0, 8)}.part`;
  let name = basename(path);
  while (Buffer.byteLength(name + suffix) > mostNameBytes) name = Array.from(name).slice(0, -1).join('');
  return join(dirname(path), name + suffix);
};

const notAFile = (path: string): InvalidInputError =>
  new InvalidInputError(
    `${operation}: path is ${JSON.stringify(path)}, which is no file. Pass the name of a file in that folder.`,
    { operation },
  );
