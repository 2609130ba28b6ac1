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
export const temporaryName = (path: string): string => {
  let name = basename(path);
  while (Buffer.byteLength(name) > mostNameBytes - mostSuffixBytes) name = Array.from(name).slice(0, -1).join('');
  return join(dirname(path), `${name}.${thisHost()}-${process.pid}-${crypto.randomUUID().slice(0, 8)}.part`);
};

/** Returns the owner of a file with a temporary name; `undefined` for other names. */
export const ownerOf = (name: string): TemporaryOwner | undefined => {
  const [, host, processId] = /\.([\da-f]{6})-(\d{1,10})-[\da-f]{8}\.part$/.exec(name) ?? [];
  return host === undefined ? undefined : { host, processId: Number(processId) };
};

/** Returns six characters that identify this host and, in a container, its process namespace. */
export const thisHost = (): string =>
  nodeCrypto().createHash('sha256').update(`${hostname()} ${processNamespace()}`).digest('hex').slice(0, 6);

const processNamespace = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
};
