// Measures every figure in a separate process and prints a table. `node bench/main.ts listing` measures one file.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import type { Figure } from './figure.ts';

const all = [
  'import-cost',
  'bundle-size',
  'install-size',
  'concurrent-describes',
  'concurrent-waits',
  'listing',
  'type-check',
  'listing-memory',
  'call-overhead',
];

/** Measured only by name, because it takes long: it has a table of its own. */
const own: Readonly<Record<string, string>> = { storage: 'storage-results.md', calls: 'calls-results.md' };

const notes: string[] = [];

const measure = (name: string): Figure[] => {
  process.stderr.write(`measuring ${name} …\n`);
  const { stdout, status } = spawnSync(process.execPath, ['--no-warnings', join(import.meta.dirname, `${name}.ts`)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) process.exitCode = 1;
  const lines = stdout.toString().split('\n');
  notes.push(...lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2)));
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Figure);
};

const written = (value: number, unit: Figure['unit']): string =>
  `${unit === '×' ? value.toFixed(value < 0.1 ? 3 : 2) : unit === ' MB' ? value.toFixed(1) : value.toFixed(0)}${unit}`;

const row = ({ name, ours, theirs, value, limit, aim, unit }: Figure): string => {
  const verdict = value <= (aim ?? limit) ? 'reached' : value <= limit ? 'within the limit' : 'MISSED';
  const bound =
    limit >= 100 && unit === '×'
      ? '–'
      : `≤ ${written(limit, unit)}${aim === undefined ? '' : `, aim ${written(aim, unit)}`}`;
  return `| ${name} | ${ours} | ${theirs} | ${written(value, unit)} | ${bound} | ${bound === '–' ? '' : verdict} |`;
};

const names = process.argv.slice(2);
const figures = (names.length > 0 ? names : all).flatMap(measure);
const [only = ''] = names.length === 1 ? names : [];
const peer = only === 'storage' ? 'peer' : 'AWS SDK';
const table = [`| figure | @arch | ${peer} | value | bound | |`, '|---|---|---|---|---|---|', ...figures.map(row)].join(
  '\n',
);
const machine = `Node ${process.version}, ${cpus().length} cores, ${process.platform} ${process.arch}`;
const text = [table, ...notes, `${machine}. Medians; both sides in the same run.`].join('\n\n');
console.log(`\n${text}`);
const file = names.length === 0 ? 'results.md' : own[only];
// A part of a measurement is not the result.
const isPart = Object.keys(process.env).some((name) => name.startsWith('ARCH_BENCH_'));
if (file !== undefined && !isPart) writeFileSync(join(import.meta.dirname, file), `${text}\n`);
if (figures.some(({ value, limit }) => !(value <= limit))) process.exitCode = 1;
