import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { median, milliseconds, report } from './figure.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(import.meta.dirname, '.type-check');
const programs = {
  empty: 'export {};',
  ours: "import { describeInstance } from '@arch/compute'; export const state = (await describeInstance('i-1')).state;",
  sdk: "import { EC2Client, DescribeInstancesCommand } from '@aws-sdk/client-ec2'; export const response = await new EC2Client({}).send(new DescribeInstancesCommand({}));",
};

const check = (name: string): number => {
  const start = performance.now();
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', join(folder, name)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return performance.now() - start;
};

try {
  for (const [name, source] of Object.entries(programs)) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'index.ts'), source);
    const compilerOptions = {
      module: 'nodenext',
      target: 'es2023',
      strict: true,
      noEmit: true,
      types: [],
      skipLibCheck: name === 'sdk',
    };
    writeFileSync(join(folder, name, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['index.ts'] }));
  }
  const times: Record<string, number[]> = { empty: [], ours: [], sdk: [] };
  for (let round = 0; round < 8; round++) {
    for (const name of Object.keys(programs)) {
      const time = check(name);
      if (round > 0) times[name]?.push(time);
    }
  }
  const [empty, ours, sdk] = [median(times['empty'] ?? []), median(times['ours'] ?? []), median(times['sdk'] ?? [])];
  report(
    {
      name: 'tsc of a file with @arch/compute, against an empty file',
      ours: milliseconds(ours),
      theirs: `${milliseconds(empty)} (empty)`,
      value: ours / empty,
      limit: 1.3,
      unit: '×',
    },
    {
      name: '… of one with client-ec2',
      ours: milliseconds(sdk),
      theirs: `${milliseconds(empty)} (empty)`,
      value: sdk / empty,
      limit: 100,
      unit: '×',
    },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
