import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';

import { ConflictError, InvalidInputError } from '@arch/core';
import { withLocalErrors } from '@arch/core/builder';

import { fill } from '../local-files/fill.js';
import { isSame } from '../local-files/is-same.js';
import type { UploadSource, UploadTarget } from './upload-source.js';

/** Returns the source for a file. Its parts throw if the file changes during the upload, or does not contain as many bytes as its size. */
export const fileSource = async (path: string, target: UploadTarget): Promise<UploadSource> => {
  const file = await reading(path, target, () => openFile(path, target));
  try {
    const before = await reading(path, target, () => file.stat({ bigint: true }));
    if (!before.isFile()) throw notAFile(path, target);
    return partsOf({ path, target, file, before });
  } catch (error) {
    await file.close();
    throw error;
  }
};

/** Sockets, and folders on Windows, cannot be opened. */
const openFile = async (path: string, target: UploadTarget): Promise<FileHandle> => {
  try {
    return await open(path, constants.O_RDONLY | withoutWaiting());
  } catch (error) {
    const found = await stat(path).catch(() => undefined);
    throw found && !found.isFile() ? notAFile(path, target) : error;
  }
};

/** Without this flag, opening a pipe waits for a writer. Windows has no such flag and no such pipes. */
const withoutWaiting = (): number => (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

/** A file that is open for an upload. */
interface OpenFile {
  readonly path: string;
  readonly target: UploadTarget;
  readonly file: FileHandle;
  readonly before: BigIntStats;
}

const reading = <Result>(path: string, { operation }: UploadTarget, run: () => Promise<Result>): Promise<Result> =>
  withLocalErrors({ operation, verb: 'read', path }, run);

const notAFile = (path: string, { operation }: UploadTarget): InvalidInputError =>
  new InvalidInputError(
    `${operation}: path must be the path of a file (got ${JSON.stringify(path)}). Pass the path of a file, or pass a stream as body.`,
    { operation },
  );

const partsOf = (opened: OpenFile): UploadSource => {
  const { path, target, file, before } = opened;
  const sizeBytes = Number(before.size);
  // Memory that is allocated for every part is cleared first, and freed late.
  const free: Buffer[] = [];
  const memoryOf = (size: number): Buffer => {
    const at = free.findIndex((buffer) => buffer.byteLength >= size);
    return at < 0 ? Buffer.allocUnsafeSlow(size) : free.splice(at, 1)[0]!.subarray(0, size);
  };
  return {
    sizeBytes,
    attributes: { modifiedNs: before.mtimeNs, mode: Number(before.mode) },
    file: { sizeBytes, modifiedNs: String(before.mtimeNs), inode: String(before.ino) },
    async *parts(sizeOf) {
      for (let from = 0, index = 0; index === 0 || from < sizeBytes; index++) {
        const size = Math.min(sizeOf(index), sizeBytes - from);
        const isLast = from + size === sizeBytes;
        // One byte more shows whether the file ends at its size.
        const memory = memoryOf(size + 1);
        const wanted = isLast ? memory : memory.subarray(0, size);
        const filled = await reading(path, target, () => fill(file, wanted, from, Math.max(size, 1)));
        from += Math.min(filled, size);
        // Checked before the last part is yielded, so that the upload is not completed with it.
        if (isLast || filled < size) await checkEnd(opened, from, filled > size);
        yield memory.subarray(0, size);
      }
    },
    free: ({ buffer }) => void free.push(Buffer.from(buffer)),
    close: () => file.close(),
  };
};

/** Throws if the file has changed since it was opened, or does not end at its size. */
const checkEnd = async (
  { path, target, file, before }: OpenFile,
  readBytes: number,
  continues: boolean,
): Promise<void> => {
  if (!isSame(before, await reading(path, target, () => file.stat({ bigint: true })))) throw changed(path, target);
  if (continues || readBytes !== Number(before.size)) throw wrongSize(path, target, Number(before.size));
};

const changed = (path: string, { operation, creates }: UploadTarget): ConflictError =>
  new ConflictError(
    `${operation}: the file ${path} changed during the upload. No ${creates} was written. Call again.`,
    { operation, resource: 'file', id: path },
  );

const wrongSize = (path: string, { operation }: UploadTarget, sizeBytes: number): InvalidInputError =>
  new InvalidInputError(
    `${operation}: the file ${path} has a size of ${sizeBytes} bytes, but contains another number of bytes, as files of /proc do. ` +
      'Pass its content as body: createReadStream(path).',
    { operation },
  );
