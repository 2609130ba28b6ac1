// Records the responses of other servers than AWS, which tests replay: `node tools/commands/record-responses.ts [moto] [ministack] [versitygw] [minio]`.
// moto and MiniStack are part of @arch/local. versitygw and minio must be on the PATH (`go install`, see docs/testing.md).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startLocalAws } from '@arch/local';

import { freePort, untilListening } from '../../packages/storage/src/__fixtures__/store-server.ts';
import { runCommand } from '../run-command.ts';
import { root } from '../root.ts';

// The access key of AWS's documentation, because recordings contain it as the owner.
const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';
const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

const record = async (name: string, origin: string, env: Readonly<Record<string, string>>): Promise<void> => {
  const keys = {
    accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? accessKeyId,
    secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? secretAccessKey,
  };
  Object.assign(process.env, env, { ARCH_RECORD: JSON.stringify({ name, origins: [origin], ...keys }) });
  const { status, output } = await runCommand(['vitest', 'run', '--project', 'layers', 'recorded-responses'], {
    quiet: true,
  });
  console.log(status === 0 ? `${name}: recorded` : output);
  if (status !== 0) process.exitCode = 1;
};

/** Starts a server of S3 in a new folder. */
const recordS3 = async (
  name: string,
  command: (port: number, folder: string) => readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'arch-record-'));
  for (const name of ['data', 'versions']) mkdirSync(join(folder, name));
  const port = await freePort();
  const [program = '', ...parameters] = command(port, folder);
  const server = spawn(program, parameters, { env: { ...process.env, ...env }, stdio: 'ignore' });
  try {
    await once(server, 'spawn');
    await untilListening(port, server);
    await record(name, `http://127.0.0.1:${port}`, { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` });
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Starts moto and MiniStack, each with its services of the local AWS. */
const recordLocal = async (name: string, service: string): Promise<void> => {
  await using aws = await startLocalAws({ onProgress: console.error });
  await record(name, new URL(aws.endpoints[service] ?? '').origin, aws.env);
};

const servers: Readonly<Record<string, () => Promise<void>>> = {
  moto: () => recordLocal('moto', 'EC2'),
  ministack: () => recordLocal('ministack', 'S3'),
  versitygw: () =>
    recordS3(
      'versitygw',
      (port, folder) => [
        'versitygw',
        '--port',
        `127.0.0.1:${port}`,
        'posix',
        '--versioning-dir',
        `${folder}/versions`,
        `${folder}/data`,
      ],
      {
        ROOT_ACCESS_KEY: accessKeyId,
        ROOT_SECRET_KEY: secretAccessKey,
      },
    ),
  minio: () =>
    recordS3(
      'minio',
      (port, folder) => [
        'minio',
        'server',
        '--quiet',
        '--address',
        `127.0.0.1:${port}`,
        '--console-address',
        '127.0.0.1:0',
        folder,
      ],
      {
        MINIO_ROOT_USER: accessKeyId,
        MINIO_ROOT_PASSWORD: secretAccessKey,
      },
    ),
};

const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : Object.keys(servers)) {
  const start = servers[name];
  if (!start) throw new Error(`Unknown server ${name}: use ${Object.keys(servers).join(', ')}.`);
  await start();
}
await runCommand(['oxfmt', ...globSync('packages/*/src/__fixtures__/recorded-*.json', { cwd: root })], { quiet: true });
