// Refuses what must not be in a committed file: paths of a machine, hosts of package registries, conflict marks, unfilled places.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const files = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .stdout.toString()
  .split('\0')
  .filter(Boolean);
const allowed = /^(tools\/check-paths\.ts|docs\/.*|tools\/new-operation.*)$/;

const rules: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w.$}-])\/(?:work|root|home\/(?!ada)[a-z]+|Users\/(?!ada)[a-z]+)\/[\w.-]+/i, 'a path of a machine'],
  [/https?:\/\/(?:registry|[\w.-]*(?:mirror|proxy|artifactory|nexus))[\w.-]*\//, 'a host of a package registry'],
  [/^ {4}tarball: http/m, 'a host of a package registry'],
  [/^(?:<{7}|>{7}) /m, 'a conflict mark'],
  [/FILL IN:/, 'a place that is not filled in'],
];

let found = 0;
for (const file of files) {
  let text: string;
  try {
    text = readFileSync(resolve(root, file), 'utf8');
  } catch {
    continue;
  }
  for (const [pattern, what] of rules) {
    const match = pattern.exec(text);
    if (!match || (allowed.test(file) && what === 'a place that is not filled in') || file === 'tools/check-paths.ts')
      continue;
    found++;
    console.error(`${file}:${text.slice(0, match.index).split('\n').length}: ${what}: ${match[0].slice(0, 60)}`);
  }
}
if (found > 0) process.exitCode = 1;
