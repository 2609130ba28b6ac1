// Runs a root command after setting up what it needs. Plain Node 20, no dependencies: nothing is installed when it starts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const path = [join(root, 'node_modules/node/bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
const env = { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

/** Runs a command and gives its exit status; what it starts ends with it. */
const run = (command, parameters, { quiet = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, env, stdio: quiet ? 'pipe' : 'inherit', shell: windows });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', (error) => {
      console.error(`arch: ${command} cannot be run: ${error.message}`);
      resolve(127);
    });
    child.on('close', (status, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      if (quiet && status !== 0) process.stderr.write(Buffer.concat(output));
      resolve(signal ? 1 : (status ?? 1));
    });
  });

const stamp = join(root, 'node_modules/.arch-set-up');
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .update(readFileSync(join(root, 'pnpm-workspace.yaml')))
    .digest('hex');

const install = async () => {
  const hash = wanted();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 0;
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  console.error('arch: installing the dependencies, once (about half a minute) …');
  const status = await run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], { quiet: true });
  if (status === 0) writeFileSync(stamp, hash);
  else console.error('arch: the installation failed, see above. It needs npm and the network.');
  return status;
};

const build = () => {
  if (!existsSync(join(root, 'packages/core/dist')))
    console.error('arch: building the packages, once (about ten seconds) …');
  return run('turbo', ['run', 'build', '--output-logs=errors-only'], { quiet: true });
};

/** The local AWS is written in Python: without it, one sentence now is better than a stack trace in a minute. */
const python = () => {
  const found = ['python3', 'python'].some(
    (name) =>
      spawnSync(name, ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'], {
        stdio: 'ignore',
        shell: windows,
      }).status === 0,
  );
  if (found) return 0;
  console.error(
    'arch: the local AWS needs Python 3.10 or newer with venv. Install it (Debian, Ubuntu: apt install python3-venv; macOS: brew install python; Windows: winget install Python.Python.3.13) and run this again.',
  );
  return 1;
};

const parameters = process.argv.slice(3);
const node = (script, ...own) =>
  run(process.execPath.includes('node_modules') ? process.execPath : 'node', [
    '--no-warnings',
    script,
    ...own,
    ...parameters,
  ]);
const commands = {
  demo: [python, build, () => node('examples/demo/main.ts')],
  test: [python, build, () => node('tools/test.ts')],
  build: [build],
  check: [build, () => node('tools/check.ts')],
  bench: [build, () => node('bench/main.ts')],
  example: [python, build, () => node('tools/example.ts')],
  'arch-local': [python, build, () => node('packages/local/dist/cli.js')],
  'new-operation': [() => node('tools/new-operation.ts')],
};

const steps = commands[process.argv[2]];
if (!steps)
  console.error(`arch: there is no command ${process.argv[2]}; there are ${Object.keys(commands).join(', ')}.`);
process.exitCode = steps ? 0 : 2;
for (const step of steps ? [install, ...steps] : []) {
  const status = await step();
  if (status !== 0) {
    process.exitCode = status;
    break;
  }
}
