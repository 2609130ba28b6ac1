// The requests of a session with an environment and files of its own.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { vi } from 'vitest';

import { call } from '../../any-command/call.js';
import type { ClientType } from '../../call/client-type.js';
import { FakeClock } from '../../testing/fake-clock.js';
import type { CommandType } from '../../declaration/command-type.js';
import { createSession } from '../../session/create-session.js';
import type { SessionOptions } from '../../session/session.js';
import type { TransportRequest } from '../../transport/transport.js';

/** A request, or the error of a call that has sent none. */
export interface Sent {
  readonly origin?: string;
  readonly host?: string;
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The region of the signature. */
  readonly region?: string | undefined;
  readonly accessKeyId?: string | undefined;
  /** Number of requests of the call. */
  readonly attempts: number;
  readonly error?: string;
}

/** What a test sets, and what it sends. Variables named `AWS_…` and proxies of the machine are removed. */
export interface Scene {
  readonly environment?: Readonly<Record<string, string>>;
  /** Files by path in the home folder, e.g. `.aws/config`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly session?: SessionOptions;
  readonly client?: unknown;
  readonly command?: unknown;
  readonly input?: object;
}

const keys = { AWS_ACCESS_KEY_ID: 'AKIDENVIRONMENT', AWS_SECRET_ACCESS_KEY: 'not-a-secret' };

/** Runs `work` with an environment and a home folder of its own. `%home%` in values stands for the folder. */
export const within = async <Result>(
  { environment = {}, files = {} }: Pick<Scene, 'environment' | 'files'>,
  work: (home: string) => Promise<Result>,
): Promise<Result> => {
  const home = await mkdtemp(join(tmpdir(), 'arch-'));
  try {
    for (const name of Object.keys(process.env).filter((each) => /^AWS_|_proxy$/i.test(each)))
      vi.stubEnv(name, undefined);
    for (const [name, value] of Object.entries({ HOME: home, AWS_EC2_METADATA_DISABLED: 'true', ...environment }))
      vi.stubEnv(name, value.replaceAll('%home%', home));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(home, path)), { recursive: true });
      await writeFile(join(home, path), text.replaceAll('%home%', home));
    }
    return await work(home);
  } finally {
    vi.unstubAllEnvs();
    await rm(home, { recursive: true });
  }
};

/** Returns the first request of a call with the settings of a scene. Every attempt is answered with status 503. */
export const sent = ({ environment = {}, files = {}, session = {}, ...sends }: Scene): Promise<Sent> =>
  within({ environment: { AWS_REGION: 'eu-west-1', ...keys, ...environment }, files }, async () => {
    const requests: TransportRequest[] = [];
    const handle = async (request: TransportRequest): Promise<never> => {
      requests.push(request);
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    };
    const { client = EC2Client, command = DescribeInstancesCommand, input = {} } = sends;
    const clock = new FakeClock();
    const options = { transport: { handle, destroy: () => undefined }, clock, ...session };
    await using own = createSession(options);
    const error: unknown = await call(client as ClientType<unknown>, command as CommandType, input as never, {
      session: own,
    }).catch((thrown: unknown) => thrown);
    const [request] = requests;
    if (!request) return { headers: {}, attempts: 0, error: `${(error as Error).name}: ${(error as Error).message}` };
    return { ...read(request), attempts: requests.length };
  });

const read = ({ protocol, hostname, port, path, query = {}, headers }: TransportRequest): Omit<Sent, 'attempts'> => {
  const [, accessKeyId, region] = /Credential=(\w+)\/\d+\/([^/]+)/.exec(headers['authorization'] ?? '') ?? [];
  const origin = `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
  const search = new URLSearchParams(query as Record<string, string>).toString();
  return { origin, host: hostname, path: search ? `${path}?${search}` : path, headers, region, accessKeyId };
};
