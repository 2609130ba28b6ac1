// Runs all checks, the fast ones first. `npm run check -- lint types` runs only these two. `--update` writes generated files.
import { parseArgs } from 'node:util';

import { checks } from './checks.ts';
import { didYouMean } from '../did-you-mean.ts';
import { runCommand } from '../run-command.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: 'boolean', default: false } },
});
const update = values.update;
const unknown = positionals.filter((name) => !checks.some((check) => check.name === name));
if (unknown[0] !== undefined) {
  console.error(
    didYouMean(
      'check',
      unknown[0],
      checks.map(({ name }) => name),
    ),
  );
  process.exit(2);
}

const wanted = checks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const failed: string[] = [];
for (const { name, commands, updates = commands, talks } of wanted) {
  const start = performance.now();
  const results = await Promise.all(
    (update ? updates : commands).map((command) => runCommand(command, { quiet: true })),
  );
  const time = `${((performance.now() - start) / 1_000).toFixed(1)} s`;
  const broken = results.filter(({ status }) => status !== 0);
  if (broken.length > 0) {
    failed.push(name);
    console.error(`✘ ${name} (${time})\n${broken.map(({ output }) => output.trim()).join('\n')}\n`);
    continue;
  }
  const said = results.length === 1 ? (results[0]?.output.trim().split('\n').at(-1) ?? '') : '';
  const skipped = said.startsWith('skipped: ');
  console.log(`${skipped ? '–' : '✔'} ${name} (${time})${skipped || talks ? ` ${said}` : ''}`);
}
console.log(
  `\n${wanted.length - failed.length} checks passed, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`,
);
if (failed.length > 0) process.exitCode = 1;
