// A change of a package's sources needs a changeset. Without an upstream there is nothing to compare with, and it says so.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const base = ['origin/main', 'upstream/main'].find(
  (ref) => spawnSync('git', ['rev-parse', '--verify', '--quiet', ref], { cwd: root }).status === 0,
);
if (base === undefined) console.log('no upstream branch to compare with');
else {
  const { status, stderr, stdout } = spawnSync('changeset', ['status', `--since=${base}`], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`${stdout}${stderr}\nRun npx changeset and commit the file.`);
    process.exitCode = 1;
  }
}
