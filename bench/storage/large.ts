import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { type Client, compare, ratio } from './compare.ts';
import type { Store } from './store.ts';

const largeMebibytes = Number(process.env['ARCH_BENCH_MIB'] ?? 1_024);

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

/** Measures one large file, up and down. */
export const large = async (store: Store): Promise<void> => {
  const path = join(store.folder, 'large.bin');
  const file = await open(path, 'w');
  for (let index = 0; index < largeMebibytes; index++) await file.write(randomBytes(1_048_576));
  await file.close();
  const expected = await hashOf(path);
  const size = `${largeMebibytes} MiB`;
  for (const [scheme, endpoint] of [
    ['HTTP', store.http],
    ['TLS', store.https],
  ] as const) {
    const used = await compare(store, {
      what: 'upload',
      endpoint,
      clients: ['arch', 's5cmd', 'aws', 'sdk'],
      path: () => path,
      key: (who) => `${who}.bin`,
    });
    const name = `upload ${size}, ${scheme}`;
    ratio(name, used, { peer: 's5cmd', limit: scheme === 'TLS' ? 1 / 1.6 : 1 / 1.2 });
    ratio(name, used, { peer: 'aws', limit: 1 / 1.25 });
    ratio(name, used, { peer: 'sdk', limit: scheme === 'TLS' ? 1 / 1.5 : 1 });
    ratio(name, used, { peer: 'aws', member: 'cpu', limit: 0.6 });
  }
  for (const [scheme, endpoint] of [
    ['HTTP', store.http],
    ['TLS', store.https],
  ] as const) {
    const target = (who: Client): string => join(store.folder, `down-${who}.bin`);
    const used = await compare(store, {
      what: 'download',
      endpoint,
      clients: ['arch', 's5cmd', 'aws', 'sdk'],
      path: target,
      key: () => 'arch.bin',
      before: (who) => rm(target(who), { force: true }),
      after: async (who) => {
        if ((await hashOf(target(who))) !== expected) throw new Error(`${who} has written another content`);
      },
    });
    const name = `download ${size}, ${scheme}`;
    ratio(name, used, { peer: 's5cmd', limit: 1, aim: 1 / 1.3 });
    ratio(name, used, { peer: 'aws', limit: 0.5 });
    ratio(name, used, { peer: 'sdk', limit: 1 });
    ratio(name, used, { peer: 'aws', member: 'cpu', limit: 0.6 });
    ratio(name, used, { peer: 'aws', member: 'megabytes', limit: 100 });
  }
};
