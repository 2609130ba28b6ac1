// CPU of one call, with this library, with the SDK and by hand, in turns: `npm run bench -- calls`. The server is a process of its own. The CPU is
// that of the whole client process, with the garbage collection. ARCH_BENCH_ONLY=SendMessage measures one operation.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { firstCalls } from './calls/first-calls.ts';
import { heapInFlight } from './calls/heap-in-flight.ts';
import { type Operation, operationsOf } from './calls/operations.ts';
import { type Pages, pagesOf } from './calls/pages.ts';
import { withCallServer } from './calls/start-server.ts';
import { median, milliseconds, report } from './figure.ts';

type Side = 'ours' | 'sdk' | 'hand';

const sides: readonly Side[] = ['ours', 'sdk', 'hand'];
const only = process.env['ARCH_BENCH_ONLY'];
const calls = Number(process.env['ARCH_BENCH_CALLS'] ?? 1_500);
const rounds = Number(process.env['ARCH_BENCH_ROUNDS'] ?? 5);

/** Runs `count` calls, `concurrency` at a time. */
const repeat = async (work: () => Promise<unknown>, count: number, concurrency: number): Promise<void> => {
  let started = 0;
  const worker = async (): Promise<void> => {
    while (started++ < count) await work();
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
};

interface Used {
  readonly cpuUs: number;
  readonly wallUs: number;
}

const measure = async (work: () => Promise<unknown>, concurrency: number): Promise<Used> => {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await repeat(work, calls, concurrency);
  const { user, system } = process.cpuUsage(cpu);
  return { cpuUs: (user + system) / calls, wallUs: ((performance.now() - start) * 1_000) / calls };
};

/** Measures an operation in its three ways, in turns. Returns the medians. */
const compare = async (operation: Operation, concurrency: number): Promise<Record<Side, Used>> => {
  const used: Record<Side, Used[]> = { ours: [], sdk: [], hand: [] };
  for (const side of sides) await repeat(operation[side], Math.ceil(calls / 2), concurrency);
  for (let round = 0; round < rounds; round++)
    for (const side of sides) used[side].push(await measure(operation[side], concurrency));
  const of = (side: Side): Used => ({
    cpuUs: median(used[side].map(({ cpuUs }) => cpuUs)),
    wallUs: median(used[side].map(({ wallUs }) => wallUs)),
  });
  return { ours: of('ours'), sdk: of('sdk'), hand: of('hand') };
};

/** Measures reading of many items, in turns. Returns the medians of the CPU in milliseconds. */
const comparePages = async ({ ours, sdk }: Pages): Promise<readonly [number, number]> => {
  const used: Record<'ours' | 'sdk', number[]> = { ours: [], sdk: [] };
  const counts: number[] = [];
  for (let round = 0; round <= rounds; round++)
    for (const [side, work] of [['ours', ours] as const, ['sdk', sdk] as const]) {
      const cpu = process.cpuUsage();
      counts.push(await work());
      const { user, system } = process.cpuUsage(cpu);
      if (round > 0) used[side].push((user + system) / 1_000);
    }
  if (new Set(counts).size !== 1) throw new Error(`the numbers of items differ: ${counts.join(', ')}`);
  return [median(used.ours), median(used.sdk)];
};

const micros = (value: number): string => `${value.toFixed(0)} µs`;

const folder = mkdtempSync(join(tmpdir(), 'arch-bench-calls-'));
try {
  for (const isTls of [false, true])
    await withCallServer(isTls, async ({ endpoint, ca }) => {
      if (ca !== undefined) {
        writeFileSync(join(folder, 'ca.pem'), ca);
        process.env['AWS_CA_BUNDLE'] = join(folder, 'ca.pem');
      }
      const operations = operationsOf(endpoint, ca);
      for (const operation of operations) {
        if (only !== undefined && only !== operation.name) continue;
        const { ours, sdk, hand } = await compare(operation, 20);
        report({
          name: `${operation.name}, ${isTls ? 'TLS' : 'HTTP'}: CPU per call`,
          ours: micros(ours.cpuUs),
          theirs: `${micros(sdk.cpuUs)} (by hand ${micros(hand.cpuUs)})`,
          value: ours.cpuUs / sdk.cpuUs,
          limit: 0.3,
          aim: 0.2,
          unit: '×',
        });
      }
      for (const pages of isTls ? [] : pagesOf(endpoint)) {
        if (only !== undefined && only !== pages.name) continue;
        const [ours, theirs] = await comparePages(pages);
        const { name, limit } = pages;
        report({
          name: `${name}: CPU`,
          ours: milliseconds(ours),
          theirs: milliseconds(theirs),
          value: ours / theirs,
          limit,
          unit: '×',
        });
      }
      if (!isTls && (only === undefined || only === 'first')) report(...(await firstCalls(endpoint, 2 * rounds)));
      if (!isTls && (only === undefined || only === 'heap')) report(await heapInFlight(endpoint, rounds));
      const [first] = operations;
      if (first && only === undefined) {
        const { ours, sdk } = await compare(first, 100);
        report({
          name: `${first.name}, ${isTls ? 'TLS' : 'HTTP'}: time per call, 100 at a time`,
          ours: micros(ours.wallUs),
          theirs: micros(sdk.wallUs),
          value: ours.wallUs / sdk.wallUs,
          limit: 1 / 3,
          unit: '×',
        });
      }
    });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
