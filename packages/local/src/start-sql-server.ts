import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';

import { emulatorEnvironment } from './emulators/emulator-environment.js';
import { outputTail } from './emulators/output-tail.js';
import type { RunningEmulator } from './emulators/running-emulator.js';
import type { AccessKey } from './guard/access-key.js';
import { LocalAwsError } from './local-aws-error.js';
import { packageFile } from './package-file.js';

export interface StartSqlServerOptions {
  /** The server answers only requests that are signed with it. */
  readonly accessKey: AccessKey;
  /** Port of 127.0.0.1. Default: any free one. */
  readonly port?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The server's process, which has to be told where the keys are known that STS and IAM hand out. */
export interface RunningSqlServer extends RunningEmulator {
  setStsEndpoint(url: string): void;
}

/** What runs: what is built, or, where this is a source itself, the source. */
const program = (): { readonly path: string; readonly execArgv: string[] } =>
  import.meta.url.endsWith('.ts')
    ? {
        path: packageFile('src/sql-server.ts'),
        execArgv: ['--import', packageFile('src/__fixtures__/from-sources.mjs')],
      }
    : { path: packageFile('dist/sql-server.js'), execArgv: [] };

/** Starts the server for the SQL APIs in a process of its own, which ends with this one. */
export async function startSqlServer({
  accessKey,
  port = 0,
  signal,
}: StartSqlServerOptions): Promise<RunningSqlServer> {
  signal?.throwIfAborted();
  const child = launch(port, accessKey, signal);
  const output = outputTail(child.stderr ? [child.stderr] : []);
  let over = false;
  const ended = new Promise<void>((resolve) => {
    // Aborted, a child says so by an error, and is gone without an exit where it had not begun.
    child.once('error', () => resolve()).once('exit', () => resolve());
  }).then(() => void (over = true));
  const [message] = (await Promise.race([once(child, 'message'), ended.then(() => [undefined])])) as [
    { readonly port: number } | undefined,
  ];
  if (!message) {
    signal?.throwIfAborted();
    throw new LocalAwsError('The server for SQL did not start.', { output });
  }
  keepAlive(child, false);
  const reset = async (): Promise<void> => {
    if (over) return;
    keepAlive(child, true);
    child.send({ reset: true });
    await Promise.race([once(child, 'message'), ended]);
    keepAlive(child, false);
  };
  const stop = async (): Promise<void> => {
    if (!over) {
      keepAlive(child, true);
      child.kill('SIGKILL');
    }
    await ended;
  };
  const setStsEndpoint = (stsEndpoint: string): void => {
    // It may be gone; `ended` tells.
    if (!over) child.send({ stsEndpoint }, () => {});
  };
  const server = { name: 'the server for SQL', port: message.port, output, ended };
  return { ...server, hasEnded: () => over, reset, stop, setStsEndpoint };
}

const launch = (
  port: number,
  { accessKeyId, secretAccessKey }: AccessKey,
  signal: AbortSignal | undefined,
): ChildProcess => {
  const { path, execArgv } = program();
  const key = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  return fork(path, [String(port)], {
    execArgv: ['--no-warnings', ...execArgv],
    env: emulatorEnvironment(process.env, key),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    ...(signal && { signal }),
  });
};

/** Whether this process waits for the child: only while it is asked for something. */
const keepAlive = (child: ChildProcess, wanted: boolean): void => {
  const verb = wanted ? 'ref' : 'unref';
  child[verb]();
  child.channel?.[verb]();
  (child.stderr as Socket | null)?.[verb]();
};
