// All tests: vitest over the sources, without and with a local AWS, then the packed packages as a user installs them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'arch-test-'));

const run = (command: string, ...parameters: string[]): boolean =>
  spawnSync(command, parameters, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

/** What a run has counted; a run that could not count has failed. */
interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

const vitest = (name: string, ...parameters: string[]): Counts => {
  const report = join(folder, `${name}.json`);
  const good = run(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...parameters,
  );
  const counts: Counts = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as Counts)
    : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  // A file that does not load, or a threshold that is missed, fails no test: it counts as one that has failed.
  return good || counts.numFailedTests > 0 ? counts : { ...counts, numFailedTests: 1 };
};

// The local AWS sets the environment of its whole run: tests that shall not see it are another run.
const own = process.argv.slice(2);
const coverage = own.length === 0 ? ['--coverage'] : [];
const runs = [
  vitest('unit', '--project', 'unit', '--project', 'types', ...coverage, ...own),
  vitest('local', '--project', 'local', '--passWithNoTests', ...own),
];
if (own.length === 0) {
  const good = run(process.execPath, '--no-warnings', join(root, 'tools/pack-test.ts'));
  runs.push({ numPassedTests: good ? 1 : 0, numFailedTests: good ? 0 : 1, numPendingTests: 0 });
}
rmSync(folder, { recursive: true, force: true });

const sum = (member: keyof Counts): number => runs.reduce((total, counts) => total + counts[member], 0);
if (sum('numFailedTests') > 0) process.exitCode = 1;
console.log(`\n${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed, ${sum('numPendingTests')} skipped`);
