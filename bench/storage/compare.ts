import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { type Figure, median, report } from '../figure.ts';
import type { Store } from './store.ts';

/** The measurement of one command. */
export interface Used {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of CPU of the process and its children. */
  readonly cpu: number;
  readonly megabytes: number;
}

type Transfer = 'upload' | 'download' | 'upload-directory' | 'download-directory' | 'sync';
export type Client = 'arch' | 's5cmd' | 'aws' | 'sdk' | 'syncClient';

const rounds = Number(process.env['ARCH_BENCH_ROUNDS'] ?? 5);

const has = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
const peers = new Set<Client>(['arch', 'sdk', 'syncClient', ...(['s5cmd', 'aws'] as const).filter(has)]);
for (const program of ['s5cmd', 'aws'] as const)
  if (!peers.has(program)) console.error(`${program} is not installed: its figures are left out`);

const client = join(import.meta.dirname, 'client.ts');
const measure = join(import.meta.dirname, 'measure-command.py');

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

export const run = (store: Store, command: readonly string[]): Used =>
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
  /** Default: 5. */
  readonly most?: number;
}

/** Runs the clients in turns, and returns the medians of each. */
export const compare = async (store: Store, it: Comparison): Promise<ReadonlyMap<Client, Used>> => {
  const all = new Map<Client, Used[]>();
  for (let round = 0; round < Math.min(rounds, it.most ?? rounds); round++) {
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
export const ratio = (
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
