// All tests: vitest over the sources, then the packed packages as a user installs them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'arch-test-'));
const report = join(folder, 'report.json');

const run = (command: string, ...parameters: string[]): number =>
  spawnSync(command, parameters, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;

const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const parameters = process.argv.slice(2);
let failed = run('vitest', 'run', ...reporters, ...parameters) === 0 ? 0 : 1;
const counts = existsSync(report)
  ? (JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number })
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
rmSync(folder, { recursive: true, force: true });

let packed = 0;
const packTest = join(root, 'tools/pack-test.ts');
if (parameters.length === 0 && existsSync(packTest)) {
  packed = 1;
  if (run(process.execPath, '--no-warnings', packTest) !== 0) {
    failed++;
    packed = 0;
  }
}
if (failed > 0) process.exitCode = 1;
const failures = Math.max(counts.numFailedTests + (failed > 0 && counts.numFailedTests === 0 ? 1 : 0), failed > 0 ? 1 : 0);
console.log(`\n${counts.numPassedTests + packed} passed, ${failures} failed, ${counts.numPendingTests} skipped`);
