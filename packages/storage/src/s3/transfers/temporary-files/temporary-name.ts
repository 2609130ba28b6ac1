import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { nodeCrypto } from '@arch/core/builder';

/** File systems accept names of 255 bytes, and reject longer ones. */
const mostNameBytes = 255;

/** More than the suffix of any temporary name. */
const mostSuffixBytes = 36;

/** Who writes a temporary file, as its name tells: processes of other hosts and containers cannot be looked up. */
export interface TemporaryOwner {
  readonly host: string;
  readonly processId: number;
}

/** A name beside `path` that no other download has: `film.mp4.3f2a9c-1234-5d7e01bc.part`, from host, process and chance. */
export const temporaryName = (path: string): string => {
  let name = basename(path);
  while (Buffer.byteLength(name) > mostNameBytes - mostSuffixBytes) name = Array.from(name).slice(0, -1).join('');
  return join(dirname(path), `${name}.${thisHost()}-${process.pid}-${crypto.randomUUID().slice(0, 8)}.part`);
};

/** The owner of a file with a temporary name; `undefined` for other names. */
export const ownerOf = (name: string): TemporaryOwner | undefined => {
  const [, host, processId] = /\.([\da-f]{6})-(\d{1,10})-[\da-f]{8}\.part$/.exec(name) ?? [];
  return host === undefined ? undefined : { host, processId: Number(processId) };
};

/** Six characters for this host and, in a container, for its own numbers of processes. */
export const thisHost = (): string =>
  nodeCrypto().createHash('sha256').update(`${hostname()} ${processNamespace()}`).digest('hex').slice(0, 6);

const processNamespace = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
};
