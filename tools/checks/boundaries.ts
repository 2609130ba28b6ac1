// Checks imports with the rules of `.dependency-cruiser.cjs`, and checks that every source was read: the tool reports nothing if it cannot read TypeScript.
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand } from '../run-command.ts';
import { root } from '../root.ts';

interface Result {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly unknown[] }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
      readonly cycle?: readonly { readonly name: string }[];
    }[];
  };
}

const folder = mkdtempSync(join(tmpdir(), 'arch-boundaries-'));
const report = join(folder, 'report.json');
const config = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '--output-to', report];
const { output } = await runCommand(['depcruise', ...config, 'packages', 'examples', 'bench'], { quiet: true });

const problems: string[] = [];
try {
  const { modules, summary } = JSON.parse(readFileSync(report, 'utf8')) as Result;
  for (const { rule, from, to, cycle } of summary.violations) {
    problems.push(`${rule.name}: ${from} → ${cycle?.map(({ name }) => name).join(' → ') ?? to}`);
  }
  const read = new Set(modules.map(({ source }) => source));
  const unread = globSync('packages/*/src/**/*.ts', { cwd: root }).filter(
    (path) => !read.has(path.replaceAll('\\', '/')),
  );
  const imports = modules.flatMap(({ dependencies }) => dependencies).length;
  if (unread.length > 0) problems.push(`${unread.length} sources were not read, ${unread[0]} among them`);
  if (imports === 0) problems.push('no import was seen: dependency-cruiser cannot read TypeScript here');
  if (problems.length === 0) console.log(`${modules.length} files with ${imports} imports`);
} catch (error) {
  problems.push(`dependency-cruiser wrote no report: ${(error as Error).message}\n${output}`);
}
rmSync(folder, { recursive: true, force: true });
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
