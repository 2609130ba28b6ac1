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

it('uploads a file in parts and downloads it in ranges', async () => {
  const path = join(folder, 'up');
  await writeFile(path, content);
  const uploaded = await uploadFile({ bucket, key: 'film', path, partSizeBytes, contentType: 'video/mp4' });
  expect(uploaded).toMatchObject({ sizeBytes: content.length, eTag: expect.stringMatching(/-3"$/) as string });
  expect(await headObject({ bucket, key: 'film' })).toMatchObject({
    sizeBytes: content.length,
    contentType: 'video/mp4',
  });
  const down = join(folder, 'down');
  // MiniStack stores a checksum of the parts' checksums; AWS stores one of the whole object.
  const downloaded = await downloadFile({ bucket, key: 'film', path: down, partSizeBytes: mebibyte });
  expect(downloaded).toMatchObject({ sizeBytes: content.length, eTag: uploaded.eTag, verifiedBy: 'length' });
  expect((await readFile(down)).equals(content)).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(['down', 'up']);
  expect(await listMultipartUploads({ bucket }).toArray()).toEqual([]);
});

it('uploads a short stream in one request, and verifies its download by the checksum', async () => {
  const path = join(folder, 'small');
  await writeFile(path, 'hello');
  await uploadFile({ bucket, key: 'small', body: createReadStream(path) });
  const down = await downloadFile({ bucket, key: 'small', path: join(folder, 'small-down') });
  expect(down).toMatchObject({ sizeBytes: 5, verifiedBy: 'CRC32' });
  await expect(uploadFile({ bucket, key: 'small', path, ifNoneMatch: '*' })).rejects.toThrow(ConflictError);
});

it('leaves nothing after an aborted upload, or a download of an object that changes', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const onProgress = (): void => controller.abort(reason);
  const upload = { bucket, key: 'aborted', body: content, partSizeBytes, concurrency: 1, onProgress };
  await expect(uploadFile(upload, { signal: controller.signal })).rejects.toBe(reason);
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
