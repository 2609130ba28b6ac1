import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { report } from './figure.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'arch-install-'));

const files = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)],
  );
const megabytes = (path: string): number => files(path).reduce((sum, file) => sum + statSync(file).size, 0) / 1_000_000;
const run = (command: string, parameters: readonly string[], cwd: string): string =>
  execFileSync(command, parameters, {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  }).toString();

try {
  for (const name of ['core', 'compute'])
    run('pnpm', ['pack', '--pack-destination', folder], join(root, 'packages', name));
  const tarballs = readdirSync(folder)
    .filter((name) => name.endsWith('.tgz'))
    .map((name) => join(folder, name));
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true }');
  run('npm', ['install', '--no-audit', '--no-fund', ...tarballs], project);
  const scopes = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
  const packages = scopes.flatMap((scope) =>
    scope.startsWith('@') ? readdirSync(join(project, 'node_modules', scope)) : [scope],
  );
  const size = megabytes(join(project, 'node_modules'));
  const sdk = megabytes(join(root, 'bench/node_modules/@aws-sdk/client-ec2'));
  report(
    {
      name: 'npm install @arch/compute: packages',
      ours: `${packages.length}`,
      theirs: '–',
      value: packages.length,
      limit: 2,
      unit: ' packages',
    },
    {
      name: 'npm install @arch/compute: size',
      ours: `${size.toFixed(1)} MB`,
      theirs: `${sdk.toFixed(0)} MB (client-ec2 alone)`,
      value: size,
      limit: 6,
      unit: ' MB',
    },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
