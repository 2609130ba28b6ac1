import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';

import { InvalidInputError } from '@arch/core';
import { withLocalErrors } from '@arch/core/builder';

import { removeStaleFiles } from './remove-stale-files.js';
import { temporaryName } from './temporary-name.js';

/** A file that is being written, beside where it goes. */
export interface TemporaryFile {
  readonly file: FileHandle;
  /** Where it is until it is kept. */
  readonly path: string;
  /** Puts what was written onto the disk, so that a machine that stops has the whole file or none. */
  flush(): Promise<void>;
  /** Puts it under its final name, with the permissions of the file that it replaces. What was there is replaced at once. */
  keep(): Promise<void>;
  /** Removes it. */
  discard(): Promise<void>;
}

const operation = 'downloadFile';

/** Permissions of owner, group and others. The other bits of a mode, e.g. set-user-ID, are not for new content. */
const permissionBits = 0o777;
const newFile = 0o666;

/** Opens a file in the folder of `path` under a name that no other download has, and removes files that ended processes have left there. */
export const openTemporaryFile = async (path: string): Promise<TemporaryFile> => {
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isFile()) throw notAFile(path);
  const mode = found && found.mode & permissionBits;
  const name = temporaryName(path);
  await removeStaleFiles(path);
  const writing = <Result>(run: () => Promise<Result>): Promise<Result> =>
    withLocalErrors({ operation, verb: 'write', path }, run);
  // For reading too: what was written is read again to be verified. Nobody else may read the new content before it has the final mode.
  const file = await writing(() => open(name, 'wx+', mode ?? newFile));
  return {
    file,
    path: name,
    flush: () => writing(() => file.datasync()),
    keep: () =>
      writing(async () => {
        // Not by `open`, from whose mode the process's umask is subtracted.
        if (mode !== undefined) await file.chmod(mode);
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

const notAFile = (path: string): InvalidInputError =>
  new InvalidInputError(
    `${operation}: path is ${JSON.stringify(path)}, which is no file. Pass the name of a file in that folder.`,
    { operation },
  );
