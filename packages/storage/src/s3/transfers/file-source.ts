import type { BigIntStats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';

import { ConflictError, InvalidInputError } from '@arch/core';
import { withLocalErrors } from '@arch/core/builder';

import type { UploadSource } from './upload-source.js';

/** A file. One that changes while it is read, or whose size is not what it contains, is an error, never a mixture. */
export const fileSource = async (path: string): Promise<UploadSource> => {
  // Before it is opened: to open a pipe waits for someone who writes into it.
  const found = await reading(path, () => stat(path));
  if (!found.isFile()) throw notAFile(path);
  const file = await reading(path, () => open(path, 'r'));
  try {
    return partsOf(path, file, await file.stat({ bigint: true }));
  } catch (error) {
    await file.close();
    throw error;
  }
};

const reading = <Result>(path: string, run: () => Promise<Result>): Promise<Result> =>
  withLocalErrors({ operation: 'uploadFile', verb: 'read', path }, run);

const notAFile = (path: string): InvalidInputError =>
  new InvalidInputError(
    `uploadFile: path is ${JSON.stringify(path)}, which is no file. Pass the name of a file, or a stream as body.`,
    { operation: 'uploadFile' },
  );

const partsOf = (path: string, file: FileHandle, before: BigIntStats): UploadSource => {
  const sizeBytes = Number(before.size);
  return {
    sizeBytes,
    async *parts(sizeOf) {
      for (let from = 0, index = 0; index === 0 || from < sizeBytes; index++) {
        const part = Buffer.allocUnsafeSlow(Math.min(sizeOf(index), sizeBytes - from));
        const filled = await reading(path, () => fill(file, part, from));
        from += filled;
        // Before the last part is handed on, so that nothing is completed with it.
        if (from === sizeBytes || filled < part.byteLength) await checkEnd({ path, file, before, from });
        yield part;
      }
    },
    close: () => file.close(),
  };
};

/** Throws unless a file ends where its size says, and has not changed since it was opened. */
const checkEnd = async ({
  path,
  file,
  before,
  from,
}: {
  readonly path: string;
  readonly file: FileHandle;
  readonly before: BigIntStats;
  readonly from: number;
}): Promise<void> => {
  const beyond = await reading(path, () => fill(file, Buffer.alloc(1), from));
  if (!isSame(before, await reading(path, () => file.stat({ bigint: true })))) throw changed(path);
  if (beyond > 0 || from !== Number(before.size)) throw wrongSize(path, Number(before.size));
};

/** Reads until the part is full or the file ends; gives how many bytes came. */
const fill = async (file: FileHandle, part: Buffer, position: number): Promise<number> => {
  let filled = 0;
  while (filled < part.byteLength) {
    const { bytesRead } = await file.read(part, filled, part.byteLength - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
};

const isSame = (before: BigIntStats, after: BigIntStats): boolean =>
  before.size === after.size && before.mtimeNs === after.mtimeNs && before.ino === after.ino;

const changed = (path: string): ConflictError =>
  new ConflictError(`uploadFile: ${path} changed while it was read. Nothing is kept of the upload: try again.`, {
    operation: 'uploadFile',
    resource: 'file',
    id: path,
  });

const wrongSize = (path: string, sizeBytes: number): InvalidInputError =>
  new InvalidInputError(
    `uploadFile: ${path} does not contain the ${sizeBytes} bytes that are its size, as files of /proc and devices. ` +
      'Pass its content as body, e.g. createReadStream(path).',
    { operation: 'uploadFile' },
  );
