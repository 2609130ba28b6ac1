import { spawn, type ChildProcess } from 'node:child_process';
import { localEnvironment } from '../local-environment.js';
import type { S3Server } from '../s3-servers.js';
import { startLocalAws } from '../start-local-aws.js';
import type { Ending } from './ending.js';
import { onEndingSignal } from './on-ending-signal.js';

export interface RunCommandOptions {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly region?: string | undefined;
  readonly s3?: S3Server | undefined;
  readonly onProgress: (step: string) => void;
}

/** Runs a command with a new local AWS. Returns the end of the command. */
export async function runCommand(options: RunCommandOptions): Promise<Ending> {
  const starting = new AbortController();
  let child: ChildProcess | undefined;
  let received: NodeJS.Signals = 'SIGTERM';
  using _signals = onEndingSignal((signal) => {
    received = signal;
    starting.abort();
    if (child !== undefined) passSignal(child, signal);
  });
  try {
    const { region, s3, onProgress } = options;
    await using aws = await startLocalAws({ region, s3, onProgress, signal: starting.signal });
    child = spawn(options.command, options.arguments, {
      env: localEnvironment(process.env, aws.env),
      stdio: 'inherit',
    });
    return await endingOf(child);
  } catch (error) {
    if (child === undefined && starting.signal.aborted) return { signal: received };
    throw error;
  }
}

function passSignal(child: ChildProcess, signal: NodeJS.Signals): void {
  // A terminal sends Ctrl-C to the child too, and many programs stop at once on a second Ctrl-C.
  const fromTerminal = signal === 'SIGINT' && (process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY);
  if (!fromTerminal) child.kill(signal);
}

function endingOf(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(signal === null ? { status: status ?? 1 } : { signal }));
  });
}
