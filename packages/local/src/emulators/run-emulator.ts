import { spawn, type ChildProcessByStdio } from 'node:child_process';
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
  /** The interpreter in whose environment the emulator is installed. */
  readonly python: string;
  readonly port: number;
  /** The emulator answers only requests that are signed with it. */
  readonly accessKey: AccessKey;
  readonly environment: NodeJS.ProcessEnv;
}

/** Starts an emulator's process, without waiting until it is ready. */
export function runEmulator(emulator: Emulator, options: RunEmulatorOptions): RunningEmulator {
  const { name, resetPath } = emulator;
  const { port, accessKey } = options;
  const child = launch(emulator, options);
  const output = outputTail([child.stdout, child.stderr]);
  const ended = endOf(child);
  let gone = false;
  void ended.then(() => (gone = true));
  let stopping: Promise<void> | undefined;
  return {
    name,
    port,
    output,
    ended,
    hasEnded: () => gone,
    reset: () => reset({ name, output, accessKey, url: `http://127.0.0.1:${port}${resetPath}` }),
    stop: () => (stopping ??= stop(child, ended)),
  };
}

function launch(emulator: Emulator, { python, port, accessKey, environment }: RunEmulatorOptions): Child {
  const launcher = ['-I', '-X', 'utf8', packageFile('python/launch.py'), emulator.entryPoint];
  const key = { AWS_ACCESS_KEY_ID: accessKey.accessKeyId, AWS_SECRET_ACCESS_KEY: accessKey.secretAccessKey };
  const child = spawn(python, [...launcher, ...emulator.arguments(port)], {
    env: { ...environment, ...key, ...emulator.environment(port) },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Out of reach of a Ctrl-C in the terminal: a script may want to tidy up in its AWS before it ends.
    // Also makes it lead a process group, with all that it starts.
    detached: true,
    windowsHide: true,
  });
  child.once('exit', () => killGroup(child.pid));
  letGo(child);
  return child;
}

function letGo(child: Child): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref();
  // It may be gone before its standard input is closed; `ended` tells.
  child.stdin.on('error', () => {});
}

function endOf(child: Child): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', resolve);
    child.on('error', resolve);
    // A child of the emulator may hold its output open for longer.
    child.once('exit', () => setTimeout(resolve, 500).unref());
  });
}

interface Reset extends Pick<RunningEmulator, 'name' | 'output'> {
  readonly url: string;
  readonly accessKey: AccessKey;
}

async function reset({ name, output, url, accessKey }: Reset): Promise<void> {
  const status = await requestStatus(url, 'POST', accessKey);
  if (status !== 200) {
    throw new LocalAwsError(`${name} cannot be reset (${status ?? 'no answer'}); start the local AWS again.`, {
      output,
    });
  }
}

async function stop(child: Child, ended: Promise<void>): Promise<void> {
  child.ref();
  child.stdin.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(timer);
}
