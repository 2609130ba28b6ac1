// Transfers of one large and of many small files, each in a process of its own, against a store on this machine. Peers that are not installed are
// left out. It takes about ten minutes and 6 GB of disk: `npm run bench -- storage`.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { median, type Figure, report } from './figure.ts';
import { startStore, type Store } from './storage/store.ts';

/** The measurement of one command. */
interface Used {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of CPU of the process and its children. */
  readonly cpu: number;
  readonly megabytes: number;
}

type Transfer = 'upload' | 'download' | 'upload-directory' | 'download-directory' | 'sync';
type Client = 'arch' | 's5cmd' | 'aws' | 'sdk' | 'syncClient';

const rounds = Number(process.env['ARCH_BENCH_ROUNDS'] ?? 5);
const largeMebibytes = Number(process.env['ARCH_BENCH_MIB'] ?? 1_024);
const files = Number(process.env['ARCH_BENCH_FILES'] ?? 10_000);
const fileBytes = 16_384;

const has = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
const peers = new Set<Client>(['arch', 'sdk', 'syncClient', ...(['s5cmd', 'aws'] as const).filter(has)]);
for (const program of ['s5cmd', 'aws'] as const)
  if (!peers.has(program)) console.error(`${program} is not installed: its figures are left out`);

const client = join(import.meta.dirname, 'storage/client.ts');
const measure = join(import.meta.dirname, 'storage/measure-command.py');

const commandOf = (who: Client, { what, endpoint, ...it }: Comparison): readonly string[] => {
  const [path, key] = [it.path(who), it.key(who)];
  const remote = `s3://bench/${key}`;
  const both = what.startsWith('download') ? [remote, path] : [path, remote];
  if (who === 'aws') {
    const verb = what === 'sync' ? ['sync'] : ['cp', ...(what.endsWith('directory') ? ['--recursive'] : [])];
    return ['aws', '--endpoint-url', endpoint, 's3', ...verb, '--only-show-errors', ...both];
  }
  if (who === 's5cmd') {
    const pattern = (each: string): string => (each === both[0] ? `${each}/*` : `${each}/`);
    const ends = what === 'upload' || what === 'download' ? both : both.map(pattern);
    return ['s5cmd', '--log', 'error', '--endpoint-url', endpoint, what === 'sync' ? 'sync' : 'cp', ...ends];
  }
  return [process.execPath, '--no-warnings', client, who, what, endpoint, path, key];
};

const run = (store: Store, command: readonly string[]): Used =>
  JSON.parse(
    execFileSync('python3', [measure, ...command], {
      env: { ...process.env, ...store.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    }).toString(),
  ) as Used;

interface Comparison {
  readonly what: Transfer;
  readonly endpoint: string;
  readonly clients: readonly Client[];
  readonly path: (who: Client) => string;
  readonly key: (who: Client) => string;
  /** Called before each transfer. */
  readonly before?: (who: Client) => Promise<void>;
  /** Called after each transfer, to check its result. */
  readonly after?: (who: Client) => Promise<void>;
}

/** Runs the clients in turns, and returns the medians of each. */
const compare = async (store: Store, it: Comparison): Promise<ReadonlyMap<Client, Used>> => {
  const all = new Map<Client, Used[]>();
  for (let round = 0; round < rounds; round++) {
    for (const who of it.clients.filter((each) => peers.has(each))) {
      await it.before?.(who);
      const used = run(store, commandOf(who, it));
      await it.after?.(who);
      all.set(who, [...(all.get(who) ?? []), used]);
      console.error(
        `  ${it.what} ${it.endpoint.split(':')[0]} ${who}: ${used.wall.toFixed(2)} s, CPU ${used.cpu.toFixed(2)} s, ${used.megabytes.toFixed(0)} MB`,
      );
    }
  }
  const middle = (values: readonly Used[], member: keyof Used): number => median(values.map((used) => used[member]));
  return new Map(
    [...all].map(([who, values]) => [
      who,
      { wall: middle(values, 'wall'), cpu: middle(values, 'cpu'), megabytes: middle(values, 'megabytes') },
    ]),
  );
};

/** Reports the ratio to a peer in one member. The limit is that of the issue: at most this part of the peer's time. */
const ratio = (
  name: string,
  used: ReadonlyMap<Client, Used>,
  {
    peer,
    member = 'wall',
    limit,
    aim,
  }: { readonly peer: Client; readonly member?: keyof Used; readonly limit: number; readonly aim?: number },
): void => {
  const [ours, theirs] = [used.get('arch'), used.get(peer)];
  if (!ours || !theirs) return;
  const written = (value: number): string =>
    member === 'megabytes' ? `${value.toFixed(0)} MB` : `${value.toFixed(2)} s`;
  const names = { s5cmd: 's5cmd', aws: 'aws-cli', sdk: what(name), syncClient: 's3-sync-client', arch: '' };
  const figure: Figure = {
    name: `${name}: ${member === 'wall' ? 'time' : member === 'cpu' ? 'CPU' : 'memory'} against ${names[peer]}`,
    ours: written(ours[member]),
    theirs: written(theirs[member]),
    value: ours[member] / theirs[member],
    limit,
    ...(aim !== undefined && { aim }),
    unit: '×',
  };
  report(figure);
};
const what = (name: string): string => (name.startsWith('upload') ? 'lib-storage' : 'the SDK');

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

const large = async (store: Store): Promise<void> => {
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

const small = async (store: Store): Promise<void> => {
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

await using store = await startStore();
if (process.env['ARCH_BENCH_ONLY'] !== 'small') await large(store);
if (process.env['ARCH_BENCH_ONLY'] !== 'large') await small(store);
