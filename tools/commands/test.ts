// Runs all tests of the sources, without and with a local AWS. `npm run check` also tests what takes longer: the packed packages, the examples, the
// site and the pages for contributors.
// `npm test -- describe-instance` runs the test files whose path contains this text.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';

import { root } from '../root.ts';
import { runCommand } from '../run-command.ts';

/** The numbers of tests that vitest reports. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    /** The path of the file. */
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

interface Counts {
  readonly passed: number;
  readonly skipped: number;
  /** The names of the failed tests, each with its message. */
  readonly failures: readonly string[];
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
  if (!existsSync(file))
    return { passed: 0, skipped: 0, failures: status === 0 ? [] : [`${name}: vitest ended with status ${status}`] };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const failures = failuresOf(report);
  // An error outside of a test is counted too.
  if (failures.length === 0 && status !== 0) failures.push(`${name}: vitest ended with status ${status}`);
  return { passed: report.numPassedTests, skipped: report.numPendingTests, failures };
};

const failuresOf = ({ testResults }: Report): string[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const path = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that cannot be loaded has no failed tests, so it is counted as one.
    if (failed.length === 0) return status === 'failed' ? [`${path}\n    ${firstLine(message)}`] : [];
    return failed.map((test) => `${path}: ${test.fullName}\n    ${firstLine(test.failureMessages[0] ?? '')}`);
  });

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

const runs: Counts[] = [];
try {
  // The local AWS sets the environment of its whole run, so its tests have runs of their own, which mostly wait. The tools need the pinned Node.
  const isOtherNode = process.env['ARCH_TEST_NODE'] !== undefined;
  const withLocalAws = async (): Promise<readonly Counts[]> => [
    await vitest('layers-local', true, '--project', 'layers-local'),
    await vitest('local', true, '--project', 'local'),
  ];
  const sources = ['layers', 'core', 'process', ...(isOtherNode ? [] : ['tools'])];
  const local = withLocalAws();
  runs.push(await vitest('sources', false, ...sources.flatMap((name) => ['--project', name])));
  if (isOtherNode) runs.push(await vitest('tools', false, '--project', 'tools'));
  runs.push(...(await local));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const sum = (member: 'passed' | 'skipped'): number => runs.reduce((total, counts) => total + counts[member], 0);
const failures = runs.flatMap((counts) => counts.failures);
const ran = sum('passed') + failures.length > 0;
if (sum('skipped') > 0) console.log(`\n${sum('skipped')} skipped`);
if (!ran) console.log(`\nNo test file matches ${own.join(' ')}.`);
if (failures.length > 0 || !ran) process.exitCode = 1;
const list = failures.map((failure) => `  ${failure}\n`).join('');
if (list !== '') console.log(`\nFailed tests:\n${list}`);
// The runs of CI are many: the list of all comes at its end.
if (process.env['ARCH_FAILURES'] !== undefined) appendFileSync(process.env['ARCH_FAILURES'], list);
console.log(`\n${sum('passed')} passed, ${failures.length} failed`);
