// Installs the dependencies of a root command, then runs it. It requires only Node 20 and no packages, because nothing is installed when it starts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
const path = [join(root, 'node_modules/node/bin'), join(root, 'node_modules/.bin'), process.env[pathName]].join(
  delimiter,
);
const env = { ...process.env, [pathName]: path, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
// The tools need the pinned Node. With ARCH_NODE=current the tests of the packages run on the Node that runs this script.
if (env.ARCH_NODE === 'current') env.ARCH_TEST_NODE = dirname(process.execPath);

/** Runs a command and returns its exit status. A signal to this process also ends the command. */
const run = (command, parameters, onOutput) =>
  new Promise((resolve) => {
    // On Windows, only a shell finds `.cmd` files. Parameters of this script are safe in a shell; those of the user are passed to node.exe without a shell.
    const shell = windows && command !== 'node';
    const child = spawn(command, parameters, {
      cwd: root,
      env,
      stdio: onOutput ? ['inherit', 'pipe', 'pipe'] : 'inherit',
      shell,
    });
    const output = [];
    for (const stream of onOutput ? [child.stdout, child.stderr] : []) {
      stream.on('data', (chunk) => onOutput(output.push(chunk) && chunk.toString()));
    }
    // A terminal sends Ctrl-C to the child too, and some programs stop immediately on a second Ctrl-C.
    const forward = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', (error) => console.error(`arch: ${command} cannot be run: ${error.message}`));
    child.on('close', (status, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      if (status !== 0) process.stderr.write(Buffer.concat(output));
      resolve(signal ? 128 + constants.signals[signal] : status < 0 ? 127 : status);
    });
  });

const modules = join(root, 'node_modules');
const stamp = join(modules, '.arch-set-up');
const lock = join(modules, '.arch-installing');
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const hash = () =>
  createHash('sha256')
    .update(read(join(root, 'pnpm-lock.yaml')))
    .update(read(join(root, 'pnpm-workspace.yaml')))
    .digest('hex');

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Runs `work` with a lock, so that only one run does it at a time. The lock of a killed run is replaced. */
const alone = async (work) => {
  mkdirSync(modules, { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isAlive(Number(read(lock)))) rmSync(lock, { force: true });
    else if (!told) console.error('arch: another run is installing the dependencies; waiting for it …');
    await pause(100);
  }
  return work().finally(() => rmSync(lock, { force: true }));
};

/** A line with the elapsed time; in a terminal it is rewritten until the end. */
const showProgress = (text) => {
  const begin = performance.now();
  let detail = '';
  const seconds = () => `${((performance.now() - begin) / 1_000).toFixed(0)} s`;
  const line = () => `${text} … ${seconds()}${detail && `, ${detail}`}`;
  if (!process.stderr.isTTY) console.error(`${text} …`);
  const timer = process.stderr.isTTY && setInterval(() => process.stderr.write(`\r\u001B[2K${line()}`), 200);
  return {
    say: (next) => (detail = next),
    end: () => {
      clearInterval(timer || undefined);
      process.stderr.write(process.stderr.isTTY ? `\r\u001B[2K${line()}\n` : `arch: done after ${seconds()}\n`);
    },
  };
};

const installOnce = async () => {
  const wanted = hash();
  if (read(stamp) === wanted) return 0;
  const { packageManager } = JSON.parse(read(join(root, 'package.json')));
  const reason = existsSync(stamp) ? 'they have changed' : 'first run';
  const progress = showProgress(`arch: installing the dependencies (${reason})`);
  rmSync(stamp, { force: true });
  const status = await run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], (text) => {
    const added = [...text.matchAll(/ added (\d+)/g)].at(-1)?.[1];
    if (added) progress.say(`${added} packages`);
  });
  progress.end();
  if (status === 0) writeFileSync(stamp, wanted);
  else
    console.error(
      `arch: the dependencies could not be installed (see above); it needs npm and the network. Mend that and run this again.`,
    );
  return status;
};
const install = () => (read(stamp) === hash() ? 0 : alone(installOnce));

let told = false;
/** Builds the packages. Turbo compares hashes, so nothing is built or printed if nothing has changed. */
const build = () =>
  run('turbo', ['run', 'build'], (text) => {
    if (!told && text.includes('cache miss'))
      console.error(
        'arch: building the packages, because their sources are new; this takes some minutes the first time …',
      );
    told ||= text.includes('cache miss');
  });

/** Checks that Python is installed, because the local AWS requires it. */
const python = () => {
  const probe = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';
  if (
    ['python3', 'python', ...[14, 13, 12, 11, 10].map((minor) => `python3.${minor}`)].some(
      (name) => spawnSync(name, ['-c', probe], { stdio: 'ignore' }).status === 0,
    )
  )
    return 0;
  console.error(
    'arch: the local AWS needs Python 3.10 or newer with venv. Install it (Debian, Ubuntu: apt install python3-venv; macOS: brew install python; Windows: winget install Python.Python.3.13) and run this again.',
  );
  return 1;
};

const [name, ...parameters] = process.argv.slice(2);
const node = (script) => run('node', ['--no-warnings', script, ...parameters]);
const commands = {
  demo: [python, () => node('tools/commands/demo.ts')],
  test: [python, build, () => node('tools/commands/test.ts')],
  build: [() => run('turbo', ['run', 'build', ...parameters])],
  check: [python, build, () => node('tools/commands/check.ts')],
  // Without a word it serves the site; `build` writes it into `.site`.
  docs: [() => run('vitepress', [parameters[0] ?? 'dev', 'docs', ...parameters.slice(1)])],
  bench: [build, () => node('bench/main.ts')],
  example: [python, build, () => node('tools/commands/example.ts')],
  'arch-local': [python, build, () => node('packages/local/dist/cli.js')],
  'version-packages': [() => run('changeset', ['version'])],
  'publish-packages': [build, () => run('changeset', ['publish'])],
  'new-operation': [() => node('tools/commands/new-operation.ts')],
};

const steps = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!steps) console.error(`arch: unknown command ${name}: use ${Object.keys(commands).join(', ')}.`);
process.exitCode = steps ? 0 : 2;
for (const step of steps ? [install, ...steps] : []) {
  process.exitCode = await step();
  if (process.exitCode !== 0) break;
}
