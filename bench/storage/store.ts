import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { findVersitygw } from '@arch/local';

import { certificate } from '../certificate.ts';

/** A running S3-compatible store, over HTTP and over TLS with the same buckets. */
export interface Store extends AsyncDisposable {
  readonly http: string;
  readonly https: string;
  /** The file of the certificate. */
  readonly ca: string;
  /** A folder for the files of the measurement. */
  readonly folder: string;
  /** The environment of the clients. */
  readonly env: Readonly<Record<string, string>>;
}

const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' };
const program = { ROOT_ACCESS_KEY: keys.accessKeyId, ROOT_SECRET_KEY: keys.secretAccessKey };

/** Starts versitygw twice with one folder: the servers and the clients share the processors of this machine. */
export const startStore = async (): Promise<Store> => {
  const gateway = await findVersitygw({ onProgress: (step) => console.error(step) });
  const folder = await mkdtemp(join(tmpdir(), 'arch-bench-storage-'));
  await mkdir(join(folder, 'data/bench'), { recursive: true });
  const { key, cert } = await certificate();
  await writeFile(join(folder, 'key.pem'), key);
  await writeFile(join(folder, 'cert.pem'), cert);
  const ports = [await freePort(), await freePort()] as const;
  const secure = ['--cert', join(folder, 'cert.pem'), '--key', join(folder, 'key.pem')];
  const servers = ports.map((port, index) =>
    spawn(
      gateway,
      ['--port', `127.0.0.1:${port}`, '--quiet', ...(index === 1 ? secure : []), 'posix', join(folder, 'data')],
      {
        env: { ...process.env, ...program },
        stdio: 'ignore',
      },
    ),
  );
  for (const port of ports) await untilListening(port);
  const ca = join(folder, 'cert.pem');
  const env = {
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_REGION: 'us-east-1',
    AWS_CA_BUNDLE: ca,
    NODE_EXTRA_CA_CERTS: ca,
    SSL_CERT_FILE: ca,
  };
  return {
    http: `http://127.0.0.1:${ports[0]}`,
    https: `https://localhost:${ports[1]}`,
    ca,
    folder,
    env,
    [Symbol.asyncDispose]: async () => {
      for (const server of servers) {
        server.kill();
        await once(server, 'close');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const untilListening = async (port: number): Promise<void> => {
  for (let attempt = 0; attempt < 200; attempt++) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    await pause(50);
  }
  throw new Error(`The store does not listen on port ${port}.`);
};
