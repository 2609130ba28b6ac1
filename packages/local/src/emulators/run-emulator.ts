import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { LocalAwsError } from '../local-aws-error.js';
import type { AccessKey } from '../guard/access-key.js';
import { packageFile } from '../package-file.js';
import type { Emulator } from './emulator.js';
import { killGroup } from './kill-group.js';
import { outputTail } from './output-tail.js';
import { requestStatus } from './request-status.js';
import type { RunningEmulator } from './running-emulator.js';

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

export interface RunEmulatorOptions {
  /** The Python interpreter of the virtual environment in which the emulator is installed. */
  readonly python: string;
  readonly port: number;
  /** The access key with which requests must be signed. */
  readonly accessKey: AccessKey;
  readonly environment: NodeJS.ProcessEnv;
}

/** Starts the process of an emulator. Does not wait until it is ready. */
export function runEmulator(emulator: Emulator, options: RunEmulatorOptions): RunningEmulator {
  const { name } = emulator;
  const { port, accessKey } = options;
  const child = launch(emulator, options);
  const output = outputTail([child.stdout, child.stderr]);
  const ended = endOf(child);
  let isEnded = false;
  void ended.then(() => (isEnded = true));
  let stopping: Promise<void> | undefined;
  return {
    name,
    port,
    output,
    ended,
    hasEnded: () => isEnded,
    reset: () => reset(emulator, { port, accessKey, output }),
    stop: () => (stopping ??= stop(child, ended, emulator.folder)),
  };
}

function launch(emulator: Emulator, { python, port, accessKey, environment }: RunEmulatorOptions): Child {
  const launcher = ['-I', '-X', 'utf8', packageFile('python/launch.py'), emulator.entryPoint];
  const key = { AWS_ACCESS_KEY_ID: accessKey.accessKeyId, AWS_SECRET_ACCESS_KEY: accessKey.secretAccessKey };
  const child = spawn(python, [...launcher, ...emulator.arguments(port)], {
    env: {
      ...environment,
      ...key,
      ...emulator.environment(port),
      ...(emulator.folder !== undefined && { ARCH_FOLDER: emulator.folder }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    // The process does not receive Ctrl-C from the terminal, so that a script can still use the local AWS before it ends.
    // It leads a process group, to which the processes that it starts belong.
    detached: true,
    windowsHide: true,
  });
  child.once('exit', () => killGroup(child.pid));
  unrefChild(child);
  return child;
}

function unrefChild(child: Child): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref();
  // The process may end before its standard input is closed. `ended` reports the end.
  child.stdin.on('error', () => {});
}

function endOf(child: Child): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', resolve);
    child.on('error', resolve);
    // A child process of the emulator may keep its output open for longer.
    child.once('exit', () => setTimeout(resolve, 500).unref());
  });
}

type ResetOptions = Pick<RunEmulatorOptions, 'port' | 'accessKey'> & Pick<RunningEmulator, 'output'>;

async function reset(emulator: Emulator, { output, ...options }: ResetOptions): Promise<void> {
  const reason = await resetProblem(emulator, options);
  if (reason === undefined) return;
  throw new LocalAwsError(`${emulator.name} cannot be reset (${reason}): start the local AWS again.`, { output });
}

async function resetProblem(
  { reset: deletion }: Emulator,
  { port, accessKey }: Omit<ResetOptions, 'output'>,
): Promise<string | undefined> {
  if (typeof deletion === 'string') {
    const status = await requestStatus(`http://127.0.0.1:${port}${deletion}`, 'POST', accessKey);
    return status === 200 ? undefined : status === undefined ? 'no response' : `status ${status}`;
  }
  return deletion().then(
    () => undefined,
    (error: unknown) => (error as Error).message,
  );
}

async function stop(child: Child, ended: Promise<void>, folder?: string): Promise<void> {
  child.ref();
  child.stdin.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(timer);
  // A process that was killed has not deleted its folder.
  if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
