// Compares the public API in the reports of the build with the reports in `etc/`. `--update` writes the new reports to `etc/`.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import { packageNames } from './pack-packages.ts';
import { root } from '../root.ts';

const update = process.argv.includes('--update');
const mostLines = 40;

/** Returns the lines in which two reports differ, marked with `-` and `+`. */
const differenceOf = (kept: string, built: string): string => {
  const parameters = ['diff', '--no-index', '--no-color', '--unified=0', existsSync(kept) ? kept : '/dev/null', built];
  const lines = spawnSync('git', parameters, { cwd: root }).stdout.toString().split('\n').slice(4);
  const changed = lines.filter((line) => /^[-+]/.test(line));
  const more = changed.length > mostLines ? [`… and ${changed.length - mostLines} lines more`] : [];
  return [...changed.slice(0, mostLines), ...more].map((line) => `  ${line}`).join('\n');
};

const built = new Map(
  globSync('packages/*/.api/*.api.md', { cwd: root }).map((path) => [basename(path), join(root, path)]),
);
const kept = globSync('etc/*.api.md', { cwd: root }).map((path) => basename(path));
const problems: string[] = [];

for (const name of packageNames)
  if (!built.has(`${name}.api.md`))
    problems.push(`packages/${name} is not built, so its API is not known; run npm run build`);
for (const [name, path] of built) {
  const file = join(root, 'etc', name);
  if (existsSync(file) && readFileSync(file, 'utf8') === readFileSync(path, 'utf8')) continue;
  if (update) copyFileSync(path, file);
  else problems.push(`etc/${name}: the public API is another:\n${differenceOf(file, path)}`);
}
for (const name of kept.filter((report) => !built.has(report))) {
  if (update) rmSync(join(root, 'etc', name));
  else problems.push(`etc/${name}: there is no such entry any more`);
}

/** Packages that users do not have, because they are built in. */
const foreign = /['"](?:@aws-sdk|@smithy|zod)(?:\/[^'"]*)?['"]/;
const declarations = globSync('packages/*/dist/**/*.d.ts', { cwd: root });
for (const path of declarations) {
  const found = foreign.exec(readFileSync(join(root, path), 'utf8'));
  if (found) problems.push(`${path}: names ${found[0]}, which users do not have`);
}

for (const problem of problems) console.error(problem);
if (problems.some((problem) => problem.startsWith('etc/')))
  console.error('If the change is intended, run npm run check -- api --update and commit etc/.');
if (problems.length > 0) process.exitCode = 1;
else
  console.log(`${built.size} reports are unchanged, ${declarations.length} declaration files contain no foreign types`);
