import { lstat, mkdir, realpath, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { ArchError, ConflictError } from '@arch/core';
import { type AwsInput, toLocalError, withLocalErrors } from '@arch/core/builder';

import { folderPrefix } from '../../../folder-prefix.js';
import type { AttributeSettings } from '../../attributes/index.js';
import type { Bandwidth } from '../../bandwidths/index.js';
import { countBytes } from './count-bytes.js';
import { downloadWithin } from './download-within.js';
import type { FailedFile, PlannedAction, TransferDestination } from '../plans/index.js';

/** The source and the destination of a download. */
export interface Download extends AwsInput, AttributeSettings {
  readonly operation: string;
  readonly bucket: string;
  readonly prefix: string | undefined;
  readonly directory: string;
  readonly partSizeBytes: number;
  readonly bandwidth: Bandwidth | undefined;
  readonly resume: boolean;
  readonly followSymlinks: boolean;
}

/** The number of directories that are remembered as checked. */
const mostKnown = 1_000;

/** Returns a local directory as the destination of objects. Directories are created when a file is written to them. */
export const toDirectory = (download: Download): TransferDestination => {
  const { bucket, prefix, directory, partSizeBytes, preserve, aws } = download;
  const start = folderPrefix(prefix);
  const { bandwidth } = download;
  const fetch = downloadWithin(bandwidth);
  const fetchSmall = downloadWithin(undefined, { isSmall: true });
  const known = new Map<string, Promise<void>>();
  return {
    transfer: async (action, { concurrency, onBytes }, options) => {
      const onProgress = countBytes(onBytes);
      await makeFolder(download, dirname(action.path), known);
      const path = await targetOf(download, join(directory, action.path));
      const key = `${start}${action.path}`;
      // An object of one part is fetched again as a whole.
      const resume = download.resume && action.sizeBytes > partSizeBytes;
      const object = { bucket, key, path, resume, partSizeBytes, concurrency, onProgress, preserve, aws };
      if (action.sizeBytes > partSizeBytes) return void (await fetch(object, options));
      await bandwidth?.take(action.sizeBytes, options);
      await fetchSmall(object, options);
    },
    remove: async (actions, { signal }) => {
      const failed: FailedFile[] = [];
      for (const action of actions) {
        signal?.throwIfAborted();
        const error = await removeFile(download, action);
        if (error) failed.push({ path: action.path, action: 'delete', error });
      }
      return failed;
    },
  };
};

/** Creates a directory below the root with its parents, and checks that none of them is a symbolic link, which may lead elsewhere. */
const makeFolder = (download: Download, path: string, known: Map<string, Promise<void>>): Promise<void> => {
  const found = known.get(path);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const making = (async () => {
    if (path === '.') return void (await makeRoot(download));
    await makeFolder(download, dirname(path), known);
    await makeOne(download, join(download.directory, path));
  })();
  known.set(path, making);
  making.catch(() => known.delete(path));
  return making;
};

const makeRoot = ({ operation, directory }: Download): Promise<unknown> =>
  withLocalErrors({ operation, verb: 'create the directory', path: directory }, () =>
    mkdir(directory, { recursive: true }),
  );

const makeOne = async (download: Download, path: string): Promise<void> => {
  const { operation } = download;
  await withLocalErrors({ operation, verb: 'create the directory', path }, async () => {
    try {
      await mkdir(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const found = await lstat(path);
      if (found.isDirectory()) return;
      if (!found.isSymbolicLink()) throw error;
      if (!download.followSymlinks) throw isLink(operation, path);
    }
  });
};

/** Returns the path to write to: that of the file, or the target of a symbolic link that is followed. */
const targetOf = async ({ operation, followSymlinks }: Download, path: string): Promise<string> => {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isSymbolicLink()) return path;
  if (!followSymlinks) throw isLink(operation, path);
  return withLocalErrors({ operation, verb: 'write', path }, () => realpath(path));
};

const isLink = (operation: string, path: string): ConflictError =>
  new ConflictError(
    `${operation}: ${path} is a symbolic link, which is not followed. Remove it, or pass followSymlinks: true.`,
    { operation },
  );

/** Deletes a local file, unless it has changed since the comparison. Returns the error. */
const removeFile = async (
  { operation, directory }: Download,
  { path: name, sizeBytes, lastModified }: PlannedAction,
): Promise<ArchError | undefined> => {
  const path = join(directory, name);
  try {
    const { size, mtimeMs } = await lstat(path);
    if (size === sizeBytes && Math.trunc(mtimeMs) === lastModified.getTime()) await unlink(path);
    else
      return new ConflictError(`${operation}: ${path} changed since the comparison and is not deleted. Call again.`, {
        operation,
      });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const error = toLocalError(thrown, { operation, verb: 'delete', path });
    if (error instanceof ArchError) return error;
    throw error;
  }
  return undefined;
};
