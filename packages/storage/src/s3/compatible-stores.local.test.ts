import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AlreadyExistsError, createSession, type Session } from '@arch/core';
import { findVersitygw, type LocalAws, startLocalAws } from '@arch/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createBucket, deleteBucket, describeBucket } from './buckets/index.js';
import { copyLargeObject } from './objects/copies/index.js';
import { deleteObjects } from './objects/deletions/index.js';
import { getObjectBytes, getObjectText, listObjects, putObject } from './objects/index.js';
import { listObjectVersions } from './objects/versions/index.js';
import { syncDirectory } from './transfers/directories/index.js';
import { downloadFile, uploadFile } from './transfers/index.js';

const skipped = await findVersitygw().then(
  () => '',
  (error: unknown) => ` (skipped: ${(error as Error).message})`,
);

describe.skipIf(skipped !== '')(`versitygw, an S3-compatible store${skipped}`, () => {
  const bucket = 'compatible';
  let aws: LocalAws;
  let session: Session;
  let folder = '';
  beforeAll(async () => {
    aws = await startLocalAws({ s3: 'versitygw' });
    const { endpoints, credentials } = aws;
    session = createSession({ region: 'us-east-1', endpoint: endpoints['S3'], credentials });
    folder = await mkdtemp(join(tmpdir(), 'arch-stores-'));
    await createBucket(bucket, { session });
  });
  afterAll(async () => {
    await session[Symbol.asyncDispose]();
    await aws.stop();
    await rm(folder, { recursive: true });
  });

  it('creates and describes buckets; settings that it does not implement are absent', async () => {
    await expect(createBucket(bucket, { session })).rejects.toThrow(AlreadyExistsError);
    await createBucket({ bucket: 'with-versions', versioning: true, tags: { team: 'web' } }, { session });
    expect(await describeBucket('with-versions', { session })).toMatchObject({
      region: 'us-east-1',
      versioning: 'Enabled',
      publicAccessBlock: undefined,
      objectLock: false,
      tags: { team: 'web' },
    });
    await deleteBucket('with-versions', { session });
  });

  it('lists and deletes every key', async () => {
    const keys = ['a&b<c>', 'line\nbreak', 'pct%2F', 'plus+ and space', 'ü/😀'];
    for (const key of keys) await putObject({ bucket, key, body: key }, { session });
    const listed = await listObjects({ bucket }, { session }).toArray();
    expect(listed.map(({ key }) => key).sort()).toEqual([...keys].sort());
    for (const { key } of listed) expect(await getObjectText({ bucket, key }, { session })).toBe(key);
    expect(new Set((await listObjectVersions({ bucket }, { session }).toArray()).map(({ key }) => key))).toEqual(
      new Set(keys),
    );
    expect(await listObjects({ bucket, delimiter: '/' }, { session }).toArray()).toContainEqual({ prefix: 'ü/' });
    // versitygw does not encode keys in listings, so the test deletes keys that XML cannot contain by name.
    const control = ['a\u0001b', 'a\u0002b'];
    for (const key of control) await putObject({ bucket, key, body: key }, { session });
    const objects = [...control, ...keys.slice(0, 3)];
    expect(await deleteObjects({ bucket, objects }, { session })).toEqual({ deletedCount: 5, errors: [] });
    expect(await listObjects({ bucket }, { session }).count()).toBe(2);
  });

  it.each([
    ['none', undefined],
    ['composite', 'CRC32'],
    ['composite', 'SHA256'],
    ['full', 'CRC32'],
    ['full', 'CRC64NVME'],
    [undefined, undefined],
  ] as const)('transfers files in one request and in parts: checksum %s, algorithm %s', async (checksum, algorithm) => {
    const [from, to] = [join(folder, 'from.csv'), join(folder, 'to.csv')];
    for (const sizeBytes of [1_000, 11_000_000]) {
      await writeFile(from, randomBytes(sizeBytes));
      const object = { bucket, key: 'transfers/from.csv' };
      const partSizeBytes = 5_242_880;
      await uploadFile({ ...object, path: from, partSizeBytes, checksum, checksumAlgorithm: algorithm }, { session });
      const copy = { bucket, key: 'transfers/copy.csv', source: object };
      await copyLargeObject(copy, { session });
      await downloadFile({ bucket, key: copy.key, path: to }, { session });
      expect((await stat(to)).size).toBe(sizeBytes);
      expect((await readFile(to)).equals(await readFile(from))).toBe(true);
      const last = await getObjectBytes({ ...object, range: { last: 5 } }, { session });
      expect(Buffer.from(last).equals((await readFile(from)).subarray(-5))).toBe(true);
    }
  });

  it('makes a prefix equal to a directory, and a directory equal to a prefix', async () => {
    const names = ['a-b', 'a.txt', 'a0', 'b/c.x'];
    for (const name of names) await putObject({ bucket, key: `from/${name}`, body: name }, { session });
    await putObject({ bucket, key: 'from/a/b', body: 'a/b' }, { session });
    const [directory, sizes] = [join(folder, 'sync'), { compare: 'size' } as const];
    const down = await syncDirectory({ from: { bucket, prefix: 'from' }, to: directory, ...sizes }, { session });
    expect(down).toMatchObject({ transferredFiles: 5, failed: [] });
    for (const name of [...names, 'gone']) await putObject({ bucket, key: `to/${name}`, body: name }, { session });
    const up = { from: directory, to: { bucket, prefix: 'to' }, delete: true, ...sizes };
    expect(await syncDirectory(up, { session })).toMatchObject({
      transferredFiles: 1,
      unchangedFiles: 4,
      deletedFiles: 1,
    });
    const keys = (await listObjects({ bucket, prefix: 'to/' }, { session }).toArray()).map(({ key }) => key);
    expect(keys).toEqual(['to/a-b', 'to/a.txt', 'to/a/b', 'to/a0', 'to/b/c.x']);
  });

  it('deletes a bucket with its objects', async () => {
    await putObject({ bucket, key: 'z', body: '' }, { session });
    await deleteBucket({ bucket, empty: true }, { session });
    await expect(describeBucket(bucket, { session })).rejects.toThrow('compatible');
  });
});
