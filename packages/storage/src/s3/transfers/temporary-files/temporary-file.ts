import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';

import { InvalidInputError } from '@arch/core';
import { withLocalErrors } from '@arch/core/builder';

import type { StoredAttributes } from '../attributes/index.js';
import { removeStaleFiles } from './remove-stale-files.js';
import { temporaryName } from './temporary-name.js';

/** A temporary file in the folder of the final file. */
export interface TemporaryFile {
  readonly file: FileHandle;
  /** The temporary path. */
  readonly path: string;
  /** Writes the content to the disk, so that after a crash the final file is complete or does not exist. */
  flush(): Promise<void>;
  /**
   * Renames the file to its final name, with the given time of the last change and permissions. Default: the permissions of the file that it
   * replaces.
   */
  keep(attributes?: StoredAttributes): Promise<void>;
  /** Removes the file. */
  discard(): Promise<void>;
}

/** The bits for the permissions of owner, group and others. New content must not get other bits of a mode, e.g. set-user-ID. */
const permissionBits = 0o777;
/** The permissions of a new file, from which `open` subtracts the process's umask. */
export const newFile = 0o666;

/**
 * Opens a file with a unique name in the folder of `path`, and removes temporary files of ended processes. `operation` is the function that
 * errors name.
 */
export const openTemporaryFile = async (path: string, operation = 'downloadFile'): Promise<TemporaryFile> => {
  const mode = await modeOf(path, operation);
  const name = temporaryName(path);
  await removeStaleFiles(path);
  // Opened for reading too, because the content is verified. The mode prevents others from reading the content before it has its final mode.
  const file = await withLocalErrors({ operation, verb: 'write', path }, () => open(name, 'wx+', mode ?? newFile));
  return toTemporaryFile(file, { name, path, mode, operation });
};

/** Returns the permissions of the file at a path, `undefined` if there is none. Throws for a folder. */
export const modeOf = async (path: string, operation: string): Promise<number | undefined> => {
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isFile()) throw notAFile(path, operation);
  return found && found.mode & permissionBits;
};

/** The temporary and the final name of a file, and the permissions of the file that it replaces. */
interface Naming {
  readonly name: string;
  readonly path: string;
  readonly mode: number | undefined;
  readonly operation: string;
}

/** Returns the temporary file for an open file. */
export const toTemporaryFile = (file: FileHandle, { name, path, mode, operation }: Naming): TemporaryFile => {
  const writing = <Result>(run: () => Promise<Result>): Promise<Result> =>
    withLocalErrors({ operation, verb: 'write', path }, run);
  return {
    file,
    path: name,
    flush: () => writing(() => file.datasync()),
    keep: ({ modifiedMs, mode: final = mode } = {}) =>
      writing(async () => {
        // `open` subtracts the process's umask from its mode, `chmod` does not.
        if (final !== undefined) await file.chmod(final);
        if (modifiedMs !== undefined) await file.utimes(new Date(), modifiedMs / 1_000);
        await file.close();
        await rename(name, path);
      }),
    discard: async () => {
      await file.close().catch(() => undefined);
      // The caller receives the error of the download, not an error of this removal.
      await rm(name, { force: true }).catch(() => undefined);
    },
  };
};

const notAFile = (path: string, operation: string): InvalidInputError =>
  new InvalidInputError(
    `${operation}: path must be the path of a file (got ${JSON.stringify(path)}). Pass the path of a file in that folder.`,
    { operation },
  );
