// All checks, quick ones first. `npm run check -- lint types` runs only those; `--update` writes what can be written.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const update = process.argv.includes('--update');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const script = (name: string, ...parameters: string[]): string[] => [
  process.execPath,
  '--no-warnings',
  `tools/${name}.ts`,
  ...parameters,
];
const checked = (name: string): string[] => script(name, ...(update ? [] : ['--check']));
const packages = ['core', 'compute', 'local'];

/** A check is a name and the commands that have to succeed. */
const checks: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ['format', [['oxfmt', update ? '.' : '--check', ...(update ? [] : ['.'])]]],
  ['lint', [['oxlint', '--type-aware', ...(update ? ['--fix'] : [])]]],
  ['workspace', [['sherif']]],
  ['exports', [checked('sync-exports')]],
  ['structure', [script('check-structure')]],
  ['boundaries', [script('boundaries')]],
  ['paths', [script('check-paths')]],
  [
    'types',
    [
      ...packages.map((name) => ['tsc', '-p', `packages/${name}/tsconfig.json`]),
      ['tsc', '-p', 'tools/tsconfig.json'],
      ['tsc', '-p', 'examples/tsconfig.json'],
      ['tsc', '-p', 'bench/tsconfig.json'],
    ],
  ],
  ['unused', [['knip']]],
  ['sizes', [script('check-sizes')]],
  ['reference', [checked('generate-reference')]],
  ['changeset', [script('check-changeset')]],
  ['examples', [script('example', '--all')]],
];

let failed = 0;
for (const [name, commands] of checks) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = performance.now();
  const missing = commands
    .flat()
    .find((word) => word.startsWith('tools/') && word.endsWith('.ts') && !existsSync(join(root, word)));
  const results = missing
    ? []
    : commands.map(([command = '', ...parameters]) =>
        spawnSync(command, parameters, { cwd: root, shell: process.platform === 'win32' }),
      );
  const broken = results.filter(({ status }) => status !== 0);
  const time = `${((performance.now() - start) / 1_000).toFixed(1)} s`;
  if (broken.length === 0 && !missing) console.log(`✔ ${name} (${time})`);
  else {
    failed++;
    console.error(`✘ ${name} (${time})${missing ? `: ${missing} is not there` : ''}`);
    for (const { stdout, stderr, error } of broken)
      process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\n`);
  }
}
console.log(`\n${checks.length - failed} checks passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
