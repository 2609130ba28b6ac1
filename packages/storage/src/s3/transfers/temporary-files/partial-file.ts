import { constants, type FileHandle, open, rm } from 'node:fs/promises';

import { withLocalErrors } from '@arch/core/builder';

import { removeStaleFiles } from './remove-stale-files.js';
import { modeOf, newFile, type TemporaryFile, toTemporaryFile } from './temporary-file.js';
import { resumableNames } from './temporary-name.js';

/** A temporary file that a later process continues. */
export interface PartialFile extends TemporaryFile {
  /** Removes the content. The file has a new handle then, because another process may still write to the old one. */
  restart(): Promise<void>;
}

/** Opens the file that the downloads of `path` continue, or creates it. */
export const openPartialFile = async (path: string, operation = 'downloadFile'): Promise<PartialFile> => {
  const mode = await modeOf(path, operation);
  const { part: name, journal } = resumableNames(path);
  const writing = <Result>(run: () => Promise<Result>): Promise<Result> =>
    withLocalErrors({ operation, verb: 'write', path }, run);
  const naming = { name, path, mode, operation };
  const bits = mode ?? newFile;
  await removeStaleFiles(path, [name, journal]);
  let target = toTemporaryFile(await writing(() => openOwn(name, bits)), naming);
  return {
    path: name,
    get file() {
      return target.file;
    },
    flush: () => target.flush(),
    keep: () => target.keep(),
    discard: () => target.discard(),
    restart: () =>
      writing(async () => {
        await target.discard();
        target = toTemporaryFile(await open(name, 'wx+', bits), naming);
      }),
  };
};

/** The name is known to everybody who can write to the folder: a link, or a file of another user, is replaced. */
const openOwn = async (name: string, bits: number): Promise<FileHandle> => {
  // Windows has no O_NOFOLLOW.
  const { O_RDWR, O_CREAT, O_NOFOLLOW = 0 } = constants as Partial<typeof constants> & typeof constants;
  const file = await open(name, O_RDWR | O_CREAT | O_NOFOLLOW, bits).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ELOOP') return undefined;
    throw error;
  });
  const found = await file?.stat();
  if (file && found?.isFile() && found.uid === (process.getuid?.() ?? found.uid)) return file;
  await file?.close();
  await rm(name, { force: true });
  return open(name, 'wx+', bits);
};
