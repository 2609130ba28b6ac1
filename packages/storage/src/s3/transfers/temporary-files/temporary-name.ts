import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { nodeCrypto } from '@arch/core/builder';

/** File systems reject longer names. */
const mostNameBytes = 255;

/** The space for the suffix of a temporary name. */
const mostSuffixBytes = 36;

/** The process that writes a temporary file, from the file's name. Only processes of this host and container can be checked. */
export interface TemporaryOwner {
  readonly host: string;
  readonly processId: number;
}

/** Returns a unique path in the folder of `path` from host, process and a random number: `film.mp4.3f2a9c-1234-5d7e01bc.part`. */
export const temporaryName = (path: string, extension: 'part' | 'lock' = 'part'): string =>
  join(
    dirname(path),
    `${shortened(path, mostSuffixBytes)}.${thisHost()}-${process.pid}-${crypto.randomUUID().slice(0, 8)}.${extension}`,
  );

/** Returns the name of a file without its folder, and without its end if a file system would reject it with a suffix. */
const shortened = (path: string, suffixBytes: number): string => {
  let name = basename(path);
  while (Buffer.byteLength(name) > mostNameBytes - suffixBytes) name = Array.from(name).slice(0, -1).join('');
  return name;
};

/** Returns the owner of a file with a temporary name; `undefined` for other names. */
export const ownerOf = (name: string): TemporaryOwner | undefined => {
  const [, host, processId] = /\.([\da-f]{6})-(\d{1,10})-[\da-f]{8}\.(?:part|lock)$/.exec(name) ?? [];
  return host === undefined ? undefined : { host, processId: Number(processId) };
};

/** The result of {@link thisHost}, which does not change while a process runs. */
const kept: { host?: string } = {};

/** Returns six characters that identify this host and, in a container, its process namespace. */
export const thisHost = (): string =>
  (kept.host ??= nodeCrypto()
    .createHash('sha256')
    .update(`${hostname()} ${processNamespace()}`)
    .digest('hex')
    .slice(0, 6));

const processNamespace = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
};

/**
 * Returns the paths of the content that a resumable download of `path` has received, and of its journal: `film.mp4.resume-5d7e01bc.part` and
 * `film.mp4.resume-5d7e01bc.journal`. They are the same in every process, and can have a temporary name of their own.
 */
export const resumableNames = (path: string): { readonly part: string; readonly journal: string } => {
  const id = nodeCrypto().createHash('sha256').update(basename(path)).digest('hex').slice(0, 8);
  const start = join(dirname(path), `${shortened(path, mostSuffixBytes + resumableSuffixBytes)}.resume-${id}`);
  return { part: `${start}.part`, journal: `${start}.journal` };
};

const resumableSuffixBytes = 24;

/** Whether a name is one of {@link resumableNames}. */
export const isResumable = (name: string): boolean => /\.resume-[\da-f]{8}\.(?:part|journal)$/.test(name);
