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

const measure = (name: string): Figure[] => {
  process.stderr.write(`measuring ${name} …\n`);
  const { stdout, status } = spawnSync(process.execPath, ['--no-warnings', join(import.meta.dirname, `${name}.ts`)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) process.exitCode = 1;
  return stdout
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Figure);
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
const table = ['| figure | @arch | AWS SDK | value | bound | |', '|---|---|---|---|---|---|', ...figures.map(row)].join(
  '\n',
);
const machine = `Node ${process.version}, ${cpus().length} cores, ${process.platform} ${process.arch}`;
console.log(`\n${table}\n\n${machine}. Medians; both sides in the same run.`);
if (names.length === 0) {
  writeFileSync(
    join(import.meta.dirname, 'results.md'),
    `${table}\n\n${machine}. Medians; both sides in the same run.\n`,
  );
}
if (figures.some(({ value, limit }) => !(value <= limit))) process.exitCode = 1;
