// Runs all tests: those of the sources, without and with a local AWS, and those of the packed packages.
// `npm test -- describe-instance` runs the test files whose path contains this text.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { runCommand } from './run-command.ts';

/** The numbers of tests that vitest reports. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const folder = mkdtempSync(join(tmpdir(), 'arch-test-'));
const own = process.argv.slice(2);

/** The environment of the packages' tests: `ARCH_NODE=current` runs them on the Node that runs `npm test` instead of the pinned one. */
const packageEnv = (): NodeJS.ProcessEnv => {
  const folder = process.env['ARCH_TEST_NODE'];
  const name = Object.keys(process.env).find((each) => each.toUpperCase() === 'PATH') ?? 'PATH';
  return folder ? { ...process.env, [name]: `${folder}${delimiter}${process.env[name]}` } : process.env;
};

/** Runs some of the tests; quietly, what was written is shown at the end. */
const vitest = async (name: string, quiet: boolean, ...parameters: readonly string[]): Promise<Counts> => {
  const file = join(folder, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const command = ['vitest', 'run', ...reporters, '--passWithNoTests', ...parameters, ...own];
  const { status, output } = await runCommand(command, { quiet, env: name === 'tools' ? process.env : packageEnv() });
  process.stdout.write(output);
  if (!existsSync(file)) return { passed: 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  // A file that cannot be loaded has no failed tests, so it is counted as one.
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + unloaded.length;
  // A missed threshold, or an error outside of a test, is counted too.
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests,
  };
};

/** Turbo caches passed tests: packages whose builds are unchanged are not packed again. Its output says so. */
const packTest = async (): Promise<Counts> => {
  const command = ['turbo', 'run', 'test:packed', '--log-prefix=none'];
  const { status, output } = await runCommand(command, { quiet: true });
  process.stdout.write(output);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
};

const all = own.length === 0;
const localAndPacked = async (): Promise<readonly Counts[]> => {
  const counts = [
    await vitest('layers-local', true, '--project', 'layers-local'),
    await vitest('local', true, '--project', 'local'),
  ];
  return all ? [...counts, await packTest()] : counts;
};
const runs: Counts[] = [];
try {
  // The local AWS sets the environment of its whole run, so other tests have a separate run. The runs are parallel, because tests with the local
  // AWS mostly wait. Coverage is measured for core with its own tests.
  const local = localAndPacked();
  const layers = vitest('layers', true, '--project', 'layers');
  const core = ['core', 'process', 'types'].flatMap((project) => ['--project', project]);
  runs.push(await vitest('core', false, ...core, ...(all ? ['--coverage'] : [])));
  runs.push(await vitest('tools', false, '--project', 'tools'));
  runs.push(await layers, ...(await local));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const sum = (member: keyof Counts): number => runs.reduce((total, counts) => total + counts[member], 0);
const ran = sum('passed') + sum('failed') > 0;
if (sum('skipped') > 0) console.log(`\n${sum('skipped')} skipped`);
if (!ran) console.log(`\nNo test file matches ${own.join(' ')}.`);
if (sum('failed') > 0 || !ran) process.exitCode = 1;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
