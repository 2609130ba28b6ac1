import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

import { createSession, type Session } from '@arch/core';

import { freePort, untilListening } from './store-server.js';

const version = 'v1.8.0';
const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' };

/** The path of versitygw, or the reason why it is missing. */
export type FoundGateway = { readonly program: string } | { readonly reason: string };

/** Finds versitygw, an S3-compatible store on files, on the PATH or in the user's cache folder. Builds it there with Go if it is missing. */
export const findVersitygw = async (): Promise<FoundGateway> => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'arch', `versitygw-${version}`);
  const program = [...folders, cache].map((folder) => join(folder, 'versitygw')).find((path) => existsSync(path));
  if (program !== undefined) return { program };
  if (!folders.some((folder) => existsSync(join(folder, 'go'))))
    return { reason: 'neither versitygw nor Go is installed' };
  await mkdir(cache, { recursive: true });
  try {
    const module = `github.com/versity/versitygw/cmd/versitygw@${version}`;
    await promisify(execFile)('go', ['install', module], { env: { ...process.env, GOBIN: cache }, timeout: 900_000 });
    return { program: join(cache, 'versitygw') };
  } catch (error) {
    const { stderr = '' } = error as { readonly stderr?: string };
    return { reason: `Go cannot build versitygw: ${stderr.trim().split('\n').at(-1)?.slice(0, 120) ?? ''}` };
  }
};

/** A running versitygw with a new, empty folder. */
export interface Gateway extends AsyncDisposable {
  readonly session: Session;
  /** What other processes need for a session of their own. */
  readonly access: { readonly endpoint: string; readonly credentials: typeof keys };
}

/** Starts versitygw on a free port of 127.0.0.1, with versioning. */
export const startVersitygw = async (program: string): Promise<Gateway> => {
  const folder = await mkdtemp(join(tmpdir(), 'arch-versitygw-'));
  const [data, versions] = [join(folder, 'data'), join(folder, 'versions')];
  for (const each of [data, versions]) await mkdir(each);
  const port = await freePort();
  const server = spawn(program, ['--port', `127.0.0.1:${port}`, 'posix', '--versioning-dir', versions, data], {
    env: { ROOT_ACCESS_KEY: keys.accessKeyId, ROOT_SECRET_KEY: keys.secretAccessKey },
    stdio: 'ignore',
  });
  const ended = once(server, 'close');
  const access = { endpoint: `http://127.0.0.1:${port}`, credentials: keys };
  const session = createSession({ region: 'us-east-1', ...access });
  await untilListening(port, server);
  return {
    session,
    access,
    [Symbol.asyncDispose]: async () => {
      await session[Symbol.asyncDispose]();
      server.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
};
