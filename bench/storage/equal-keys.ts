import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { median, report } from '../figure.ts';
import { run, type Used } from './compare.ts';
import { keyAt } from './key-at.ts';
import type { Store } from './store.ts';

const keys = Number(process.env['ARCH_BENCH_KEYS'] ?? 1_000_000);
const rounds = 1;

/** Compares a listing with an equal directory. The listing comes from a server of this bench: a store would take minutes to write so many objects. */
export const equalKeys = async (store: Store): Promise<void> => {
  const folder = join(store.folder, 'plan');
  for (let index = 0; index < keys; index++) {
    if (index % 1_000 === 0) await mkdir(dirname(join(folder, keyAt(index))), { recursive: true });
    writeFileSync(join(folder, keyAt(index)), '');
  }
  const server = spawn(
    process.execPath,
    ['--no-warnings', join(import.meta.dirname, 'listing-server.ts'), String(keys)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const [port] = (await once(server.stdout, 'data')) as [Buffer];
  const endpoint = `http://127.0.0.1:${port.toString().trim()}`;
  const program = join(import.meta.dirname, 'plan.ts');
  const used = { list: [] as Used[], plan: [] as Used[] };
  for (let round = 0; round < rounds; round++)
    for (const what of ['list', 'plan'] as const) {
      const found = run(store, [process.execPath, '--no-warnings', program, what, endpoint, folder]);
      console.error(`  ${what} ${keys} keys: ${found.wall.toFixed(1)} s, ${found.megabytes.toFixed(0)} MB`);
      used[what].push(found);
    }
  server.stdin.end();
  const middle = (what: 'list' | 'plan', member: keyof Used): number => median(used[what].map((each) => each[member]));
  const name = `plan of ${keys} keys against an equal directory`;
  const seconds = (value: number): string => `${value.toFixed(1)} s`;
  report(
    {
      name: `${name}: time against the listing alone`,
      ours: seconds(middle('plan', 'wall')),
      theirs: seconds(middle('list', 'wall')),
      value: middle('plan', 'wall') / middle('list', 'wall'),
      limit: 2,
      unit: '×',
    },
    {
      name: `${name}: memory`,
      ours: `${middle('plan', 'megabytes').toFixed(0)} MB`,
      theirs: `${middle('list', 'megabytes').toFixed(0)} MB (listing alone)`,
      value: middle('plan', 'megabytes') / middle('list', 'megabytes'),
      limit: 1.5,
      unit: '×',
    },
  );
};
