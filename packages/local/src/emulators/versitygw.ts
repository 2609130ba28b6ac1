import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountId } from '../account-id.js';
import type { Emulator } from './emulator.js';

export interface VersitygwOptions {
  /** The path of the program. */
  readonly program: string;
  /** The region of all its buckets. Signatures for other regions are rejected. */
  readonly region: string;
}

/** Returns versitygw, whose data is in a new temporary folder. Its root key is the access key of the start, so it checks signatures itself. */
export function versitygw({ program, region }: VersitygwOptions): Emulator {
  const folder = join(tmpdir(), `arch-local-${randomBytes(8).toString('hex')}`);
  // `python/run_versitygw.py` creates these folders.
  const [data, versions, users] = [join(folder, 'data'), join(folder, 'versions'), join(folder, 'users')];
  return {
    name: 'versitygw',
    entryPoint: 'run_versitygw:main',
    arguments: (port) => {
      const server = ['--port', `127.0.0.1:${port}`, '--region', region, '--iam-dir', users, '--quiet', '--keep-alive'];
      return [program, ...server, 'posix', '--versioning-dir', versions, data];
    },
    environment: () => ({ ARCH_ACCOUNT_ID: accountId }),
    folder,
    readyPath: '/',
    reset: async () => {
      for (const each of [data, versions]) await emptyFolder(each);
    },
    remedy: `update ${program} and start again.`,
    services: ['S3'],
  };
}

async function emptyFolder(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 })));
}
