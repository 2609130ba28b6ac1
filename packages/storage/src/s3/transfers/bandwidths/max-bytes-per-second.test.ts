import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { InvalidInputError } from '@arch/core';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { keepParts } from '../__fixtures__/keep-parts.js';
import { memoryBucket } from '../directories/__fixtures__/memory-bucket.js';
import { downloadDirectory, syncDirectory, uploadDirectory } from '../directories/index.js';
import { downloadFile, uploadFile } from '../index.js';

let folder = '';
let aws: FakeAws;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-bandwidth-'));
  aws = fakeAws();
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await aws[Symbol.asyncDispose]();
});

const mebibyte = 1_048_576;
const object = { bucket: 'videos', key: 'film.mp4' };

/** The seconds after the start at which the requests of an operation were sent. */
const secondsOf = (own: FakeAws, operation: string): readonly number[] =>
  own.requests.filter((request) => request.operation === operation).map(({ atMs }) => atMs / 1_000);

describe('maxBytesPerSecond', () => {
  it('pauses before the parts of an upload: of bytes, a file and a stream', async () => {
    const content = Buffer.alloc(17 * mebibyte);
    const path = join(folder, 'film.mp4');
    await writeFile(path, content);
    async function* stream(): AsyncGenerator<Uint8Array, void, undefined> {
      for (let from = 0; from < content.length; from += 100_000) yield content.subarray(from, from + 100_000);
    }
    const limit = { partSizeBytes: 5 * mebibyte, maxBytesPerSecond: mebibyte };
    for (const source of [{ body: content }, { path }, { body: stream() }]) {
      await using own = fakeAws();
      keepParts(own);
      await uploadFile({ ...object, ...source, ...limit }, { session: own.session });
      expect(secondsOf(own, 'UploadPart')).toEqual([0, 5, 10, 15]);
    }
  });

  it('does not delay a single part', async () => {
    aws.on('PutObject', {});
    await uploadFile({ ...object, body: Buffer.alloc(1_000), maxBytesPerSecond: 1 }, { session: aws.session });
    expect(aws.clock.elapsedMs).toBe(0);
  });

  it('pauses before the ranges of a download, for longer than any timeout of core', async () => {
    const content = Buffer.alloc(3 * mebibyte);
    aws.on('HeadObject', { ContentLength: content.length });
    aws.on('GetObject', ({ Range }: { Range: string }) => {
      const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(Range) ?? [];
      return { Body: content.subarray(Number(start), Number(end) + 1) };
    });
    const limit = { partSizeBytes: mebibyte, maxBytesPerSecond: mebibyte / 1_024 };
    await downloadFile({ ...object, path: join(folder, 'copy'), ...limit }, { session: aws.session });
    expect(secondsOf(aws, 'GetObject')).toEqual([0, 1_024, 2_048]);
  });

  it('is shared by all files of a directory, in each direction', async () => {
    await using store = memoryBucket();
    const { session } = store.aws;
    for (const name of ['a', 'b', 'c', 'd']) await writeFile(join(folder, name), Buffer.alloc(1_000));
    const place = { bucket: 'my-site', prefix: 'www' };
    const limit = { maxBytesPerSecond: 500 };
    await uploadDirectory({ directory: folder, ...place, ...limit }, { session });
    expect(secondsOf(store.aws, 'PutObject')).toEqual([0, 2, 4, 6]);
    const begin = store.aws.clock.elapsedMs / 1_000;
    await downloadDirectory({ directory: join(folder, 'copy'), ...place, ...limit }, { session });
    expect(secondsOf(store.aws, 'GetObject').map((seconds) => seconds - begin)).toEqual([0, 2, 4, 6]);
    const again = store.aws.clock.elapsedMs / 1_000;
    await syncDirectory({ from: place, to: join(folder, 'sync'), ...limit }, { session });
    expect(
      secondsOf(store.aws, 'GetObject')
        .slice(4)
        .map((seconds) => seconds - again),
    ).toEqual([0, 2, 4, 6]);
  });

  it('ends with an abort during a pause', async () => {
    keepParts(aws);
    const controller = new AbortController();
    const reason = new Error('enough');
    const onProgress = (): void => controller.abort(reason);
    const upload = { ...object, body: Buffer.alloc(12 * mebibyte), partSizeBytes: 5 * mebibyte, maxBytesPerSecond: 1 };
    const { signal } = controller;
    await expect(uploadFile({ ...upload, onProgress }, { session: aws.session, signal })).rejects.toBe(reason);
    expect(secondsOf(aws, 'UploadPart')).toEqual([0]);
    expect(secondsOf(aws, 'AbortMultipartUpload')).toEqual([0]);
  });

  it('ends with the failure of a part during a pause', async () => {
    keepParts(aws);
    aws.on('UploadPart', awsError('AccessDenied', 'No.', { status: 403 }));
    const upload = { ...object, body: Buffer.alloc(12 * mebibyte), partSizeBytes: 5 * mebibyte, maxBytesPerSecond: 1 };
    await expect(uploadFile(upload, { session: aws.session })).rejects.toMatchObject({ name: 'AccessDeniedError' });
    expect(secondsOf(aws, 'AbortMultipartUpload')).toEqual([0]);
  });

  it.each([0, -1, 1.5, Number.NaN])('%d is rejected, and nothing is sent', async (maxBytesPerSecond) => {
    const { session } = aws;
    for (const call of [
      uploadFile({ ...object, body: new Uint8Array(1), maxBytesPerSecond }, { session }),
      downloadFile({ ...object, path: join(folder, 'a'), maxBytesPerSecond }, { session }),
      uploadDirectory({ directory: folder, bucket: 'my-site', maxBytesPerSecond }, { session }),
    ]) {
      await expect(call).rejects.toThrow(InvalidInputError);
    }
    expect(aws.requests).toEqual([]);
  });
});
