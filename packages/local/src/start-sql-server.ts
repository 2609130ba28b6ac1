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
  /** The access key with which requests must be signed. */
  readonly accessKey: AccessKey;
  /** The port of 127.0.0.1. Default: a free port. */
  readonly port?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The process of the server for SQL. */
export interface RunningSqlServer extends RunningEmulator {
  /** Sets the endpoint of STS, from which the server gets the secrets of access keys that STS and IAM have created. */
  setStsEndpoint(url: string): void;
}

/** Returns the program of the server: the source module if this module runs from its source, otherwise the built module. */
const program = (): { readonly path: string; readonly execArgv: string[] } =>
  import.meta.url.endsWith('.ts')
    ? {
        path: packageFile('src/sql-server.ts'),
        execArgv: ['--import', packageFile('src/__fixtures__/from-sources.mjs')],
      }
    : { path: packageFile('dist/sql-server.js'), execArgv: [] };

/** Starts the server for the SQL APIs in a separate process, which ends with this process. */
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
    // After an abort, the child emits an error. If it had not started yet, it emits no exit.
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
    // The process may end in the meantime. `ended` reports the end.
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

/** Sets whether the child keeps this process alive. It does so only during a call. */
const keepAlive = (child: ChildProcess, wanted: boolean): void => {
  const verb = wanted ? 'ref' : 'unref';
  child[verb]();
  child.channel?.[verb]();
  (child.stderr as Socket | null)?.[verb]();
};
