// Holds imports against `.dependency-cruiser.cjs`, and makes sure that files were read: the tool is silent when it cannot read TypeScript.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const { stdout } = spawnSync(
  'depcruise',
  ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages', 'examples', 'bench'],
  {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === 'win32',
  },
);

interface Result {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
      readonly cycle?: readonly { readonly name: string }[];
    }[];
  };
}

const { summary } = JSON.parse(stdout.toString()) as Result;
for (const { rule, from, to, cycle } of summary.violations) {
  console.error(`${rule.name}: ${from} → ${cycle?.map(({ name }) => name).join(' → ') ?? to}`);
}
if (summary.totalCruised < 100)
  console.error(`Only ${summary.totalCruised} files were read: the configuration is broken.`);
if (summary.violations.length > 0 || summary.totalCruised < 100) process.exitCode = 1;
else console.log(`${summary.totalCruised} files, no import where it must not be`);
