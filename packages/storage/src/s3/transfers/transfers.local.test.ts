import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ConflictError } from '@arch/core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createBucket, deleteBucket } from '../buckets/index.js';
import { listMultipartUploads } from '../multipart-uploads/index.js';
import { headObject, putObject } from '../objects/index.js';
import { downloadFile, uploadFile } from './index.js';

const mebibyte = 1_048_576;
const partSizeBytes = 5 * mebibyte;
const content = randomBytes(12 * mebibyte);

let bucket = '';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-transfers-'));
  ({ bucket } = await createBucket('local-transfers'));
});
afterAll(async () => {
  await deleteBucket({ bucket, empty: true });
  await rm(folder, { recursive: true });
});

it('a file goes up in parts and comes down in ranges, whole', async () => {
  const path = join(folder, 'up');
  await writeFile(path, content);
  const uploaded = await uploadFile({ bucket, key: 'film', path, partSizeBytes, contentType: 'video/mp4' });
  expect(uploaded).toMatchObject({ sizeBytes: content.length, eTag: expect.stringMatching(/-3"$/) as string });
  expect(await headObject({ bucket, key: 'film' })).toMatchObject({
    sizeBytes: content.length,
    contentType: 'video/mp4',
  });
  const down = join(folder, 'down');
  // MiniStack keeps a checksum over the parts' checksums where AWS keeps one over the whole object.
  const downloaded = await downloadFile({ bucket, key: 'film', path: down, partSizeBytes: mebibyte });
  expect(downloaded).toMatchObject({ sizeBytes: content.length, eTag: uploaded.eTag, verifiedBy: 'length' });
  expect((await readFile(down)).equals(content)).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(['down', 'up']);
  expect(await listMultipartUploads({ bucket }).toArray()).toEqual([]);
});

it('a stream goes up, and what fits into one request is verified by its checksum', async () => {
  const path = join(folder, 'small');
  await writeFile(path, 'hello');
  await uploadFile({ bucket, key: 'small', body: createReadStream(path) });
  const down = await downloadFile({ bucket, key: 'small', path: join(folder, 'small-down') });
  expect(down).toMatchObject({ sizeBytes: 5, verifiedBy: 'CRC32' });
  await expect(uploadFile({ bucket, key: 'small', path, ifNoneMatch: '*' })).rejects.toThrow(ConflictError);
});

it('an upload that is given up leaves nothing, and a download of what has changed neither', async () => {
  const giveUp = new AbortController();
  const reason = new Error('enough');
  const onProgress = (): void => giveUp.abort(reason);
  const upload = { bucket, key: 'given-up', body: content, partSizeBytes, concurrency: 1, onProgress };
  await expect(uploadFile(upload, { signal: giveUp.signal })).rejects.toBe(reason);
  expect(await listMultipartUploads({ bucket }).toArray()).toEqual([]);

  await putObject({ bucket, key: 'changing', body: content });
  const path = join(folder, 'changing');
  let changed: Promise<unknown> | undefined;
  const download = { bucket, key: 'changing', path, partSizeBytes: mebibyte, concurrency: 1 };
  const change = (): void => void (changed ??= putObject({ bucket, key: 'changing', body: 'other' }));
  await expect(downloadFile({ ...download, onProgress: change })).rejects.toThrow(ConflictError);
  await changed;
  expect(await readdir(folder)).not.toContain('changing');
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});
