import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Client, compare, ratio } from './compare.ts';
import type { Store } from './store.ts';

const files = Number(process.env['ARCH_BENCH_FILES'] ?? 10_000);
const fileBytes = 16_384;

/** Measures many small files, up and down, and a sync in which nothing has changed. */
export const small = async (store: Store): Promise<void> => {
  const folder = join(store.folder, 'small');
  for (let index = 0; index < files; index++) {
    const path = join(folder, `d${index % 100}`, `f${index}`);
    if (index < 100) await mkdir(join(folder, `d${index}`), { recursive: true });
    await writeFile(path, randomBytes(fileBytes));
  }
  const name = `${files} × 16 KiB`;
  const clients: readonly Client[] = ['arch', 's5cmd', 'aws', 'syncClient'];
  const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true });
  const remote = (who: Client): string => join(store.folder, 'data/bench', `small-${who}`);
  const up = await compare(store, {
    what: 'upload-directory',
    endpoint: store.http,
    clients,
    path: () => folder,
    key: (who) => `small-${who}`,
    before: (who) => remove(remote(who)),
    most: 3,
  });
  const again = await compare(store, {
    what: 'sync',
    endpoint: store.http,
    clients,
    path: () => folder,
    key: (who) => `small-${who}`,
  });
  const target = (who: Client): string => join(store.folder, `small-down-${who}`);
  const down = await compare(store, {
    what: 'download-directory',
    endpoint: store.http,
    clients,
    path: target,
    key: () => 'small-arch',
    most: 3,
    before: async (who) => {
      await remove(target(who));
      await mkdir(target(who));
    },
  });
  for (const [direction, used] of [
    ['upload', up],
    ['download', down],
  ] as const) {
    ratio(`${direction} ${name}`, used, { peer: 's5cmd', limit: 1 / 0.6 });
    ratio(`${direction} ${name}`, used, { peer: 'aws', limit: 1 / 3 });
    ratio(`${direction} ${name}`, used, { peer: 'syncClient', limit: 0.5 });
    ratio(`${direction} ${name}`, used, { peer: 'syncClient', member: 'cpu', limit: 0.45 });
  }
  ratio(`sync ${name}, nothing changed`, again, { peer: 's5cmd', limit: 1 });
  ratio(`sync ${name}, nothing changed`, again, { peer: 'aws', limit: 1 });
};
