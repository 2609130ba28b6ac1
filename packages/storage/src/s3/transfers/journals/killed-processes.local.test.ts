import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createSession, type Session } from '@arch/core';
import { findVersitygw, type LocalAws, startLocalAws } from '@arch/local';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createBucket, deleteBucket } from '../../buckets/index.js';
import { listMultipartUploads, listParts } from '../../multipart-uploads/index.js';
import { getObjectBytes, headObject, putObject } from '../../objects/index.js';
import { downloadFile } from '../index.js';
import { startProcess, type StoreAccess, type TransferOrder } from './__fixtures__/start-process.js';

const hasVersitygw = await findVersitygw().then(
  () => true,
  () => false,
);
const place = hasVersitygw ? 'versitygw' : 'the local AWS';
const mebibyte = 1_048_576;
const concurrency = 2;
const kills = process.env['ARCH_MATRIX'] === 'full' ? 20 : 3;
const seed = Number(process.env['ARCH_SEED'] ?? Date.now() % 1_000_000);
/** The times of the kills, in milliseconds after the start of the transfer. Most transfers take longer. */
const delays = fc.sample(fc.nat(200), { seed, numRuns: 50 });
const nextDelay = (): number => {
  const [delay] = delays.splice(0, 1);
  delays.push(delay!);
  return delay!;
};

let store: LocalAws | undefined;
let session: Session;
let access: StoreAccess = {};
let folder = '';
let bucket = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-killed-'));
  store = hasVersitygw ? await startLocalAws({ s3: 'versitygw' }) : undefined;
  access = store ? { endpoint: store.endpoints['S3'], credentials: store.credentials } : {};
  session = createSession({ region: 'us-east-1', ...access });
  ({ bucket } = await createBucket(`killed-${Date.now()}`, { session }));
});
afterAll(async () => {
  await deleteBucket({ bucket, empty: true }, { session });
  await session[Symbol.asyncDispose]();
  await store?.stop();
  await rm(folder, { recursive: true });
});

/** The number of requests for parts of a transfer, and how often its process was killed. */
interface Attempts {
  readonly requests: number;
  readonly kills: number;
}

/** Runs a transfer in processes that are killed, at most `most` times, until it has ended. */
const runKilled = async (
  order: TransferOrder,
  { most, hasEnded }: { readonly most: number; readonly hasEnded: () => Promise<boolean> },
): Promise<Attempts> => {
  let count = 0;
  let next = startProcess(access);
  try {
    for (;;) {
      const current = next;
      next = startProcess(access);
      if (await current.run(order, count < most ? nextDelay() : undefined)) break;
      count++;
      // The process may have been killed after the end of its transfer.
      if (await hasEnded()) break;
    }
  } finally {
    next.end();
  }
  const log = await readFile(order.log, 'utf8').catch(() => '');
  return { requests: log.split('\n').length - 1, kills: count };
};

it(`uploads continue after SIGKILL, at ${place} (ARCH_SEED=${seed})`, async () => {
  const resume = join(folder, 'journals');
  for (let left = kills, number = 0; left > 0; number++) {
    const content = randomBytes(38 * mebibyte);
    const [path, key, log] = [join(folder, `up-${number}`), `film-${number}`, join(folder, `up-${number}.log`)];
    await writeFile(path, content);
    const hasEnded = async (): Promise<boolean> =>
      (await journalsIn(resume)).length === 0 &&
      (await headObject({ bucket, key }, { session }).then(Boolean, () => false));
    const upload = { bucket, key, path, resume, concurrency, partSizeBytes: 5 * mebibyte };
    const attempts = await runKilled({ upload, log }, { most: left, hasEnded });
    left -= attempts.kills;
    expect(attempts.requests).toBeGreaterThanOrEqual(8);
    expect(attempts.requests - 8).toBeLessThanOrEqual(concurrency * attempts.kills);
    expect(Buffer.from(await getObjectBytes({ bucket, key }, { session })).equals(content)).toBe(true);
    await rm(path);
  }
  expect(await journalsIn(resume)).toEqual([]);
  await expectOnlyEmptyUploads();
});

const journalsIn = async (path: string): Promise<string[]> =>
  (await readdir(path).catch(() => [])).filter((name) => name.endsWith('.journal'));

/** S3 may have created an upload whose ID the killed process has not received. It has no parts, so AWS bills nothing. */
const expectOnlyEmptyUploads = async (): Promise<void> => {
  for await (const { key, uploadId } of listMultipartUploads({ bucket }, { session })) {
    expect(await listParts({ bucket, key, uploadId }, { session }).toArray()).toEqual([]);
  }
};

it(`downloads continue after SIGKILL, from ${place} (ARCH_SEED=${seed})`, async () => {
  const content = randomBytes(38 * mebibyte);
  await putObject({ bucket, key: 'film', body: content }, { session });
  for (let left = kills, number = 0; left > 0; number++) {
    const [path, log] = [join(folder, `down-${number}`), join(folder, `down-${number}.log`)];
    const download = { bucket, key: 'film', path, resume: true, concurrency, partSizeBytes: 2 * mebibyte };
    const hasEnded = async (): Promise<boolean> => existsSync(path);
    const attempts = await runKilled({ download, log }, { most: left, hasEnded });
    left -= attempts.kills;
    expect(attempts.requests).toBeGreaterThanOrEqual(19);
    expect(attempts.requests - 19).toBeLessThanOrEqual(concurrency * attempts.kills);
    expect((await readFile(path)).equals(content)).toBe(true);
    await rm(path);
  }
  // A process may have been killed between the rename of its file and the removal of its journal.
  await downloadFile({ bucket, key: 'film', path: join(folder, 'last') }, { session });
  expect((await readdir(folder)).filter((name) => name.includes('.resume-'))).toEqual([]);
});
