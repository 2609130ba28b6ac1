// CPU of one call, with this library, with the SDK and by hand, in turns: `npm run bench -- calls`. The server is a process of its own. The CPU is
// that of the whole client process, with the garbage collection. ARCH_BENCH_ONLY=SendMessage measures one operation.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Operation, operationsOf } from './calls/operations.ts';
import { withCallServer } from './calls/start-server.ts';
import { median, report } from './figure.ts';

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

const micros = (value: number): string => `${value.toFixed(0)} µs`;

const folder = mkdtempSync(join(tmpdir(), 'arch-bench-calls-'));
try {
  for (const isTls of [false, true])
    await withCallServer(isTls, async ({ endpoint, ca }) => {
      if (ca !== undefined) {
        writeFileSync(join(folder, 'ca.pem'), ca);
        process.env['AWS_CA_BUNDLE'] = join(folder, 'ca.pem');
      }
      for (const operation of operationsOf(endpoint, ca)) {
        if (only !== undefined && only !== operation.name) continue;
        const { ours, sdk, hand } = await compare(operation, 20);
        report({
          name: `${operation.name}, ${isTls ? 'TLS' : 'HTTP'}: CPU per call (by hand ${micros(hand.cpuUs)})`,
          ours: micros(ours.cpuUs),
          theirs: micros(sdk.cpuUs),
          value: ours.cpuUs / sdk.cpuUs,
          limit: 0.3,
          aim: 0.2,
          unit: '×',
        });
      }
      const [first] = operationsOf(endpoint, ca);
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
