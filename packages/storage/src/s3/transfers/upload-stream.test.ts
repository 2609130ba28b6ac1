import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

import { crc32ToBase64 } from '@arch/core/builder';
import { fakeAws } from '@arch/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { keepParts, operations } from './__fixtures__/keep-parts.js';
import { uploadFile } from './index.js';

const mebibyte = 1_048_576;
const partSizeBytes = 5 * mebibyte;
const content = Buffer.alloc(12 * mebibyte, 'arch');
const object = { bucket: 'videos', key: 'film.mp4', partSizeBytes };

let folder = '';
let path = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-upload-'));
  path = join(folder, 'film.mp4');
  for (let at = 0; at < content.length; at += 97) content[at] = at % 251;
  await writeFile(path, content);
});
afterAll(() => rm(folder, { recursive: true }));

describe('a stream', () => {
  it('is uploaded without a known length; a short stream in one request', async () => {
    await using aws = fakeAws({ answers: { PutObject: { ETag: '"5d"' } } });
    const parts = keepParts(aws);
    const { session } = aws;
    const totals: unknown[] = [];
    const onProgress = (progress: { totalBytes?: number | undefined }): void => void totals.push(progress.totalBytes);
    const uploaded = await uploadFile({ ...object, body: createReadStream(path), onProgress }, { session });
    expect(uploaded).toMatchObject({ sizeBytes: content.length, checksumCrc32: crc32ToBase64(crc32(content)) });
    expect(Buffer.concat([1, 2, 3].map((number) => parts.get(number)!)).equals(content)).toBe(true);
    expect(totals).toEqual([undefined, undefined, undefined]);
    async function* words(): AsyncGenerator<string> {
      yield 'hel';
      yield 'lo';
    }
    expect(await uploadFile({ ...object, body: words() }, { session })).toMatchObject({ sizeBytes: 5 });
    expect(await uploadFile({ ...object, body: new Blob([]).stream() }, { session })).toMatchObject({ sizeBytes: 0 });
    const full = Buffer.alloc(partSizeBytes);
    expect(await uploadFile({ ...object, body: new Blob([full]).stream() }, { session })).toMatchObject({
      sizeBytes: partSizeBytes,
    });
    expect(operations(aws).slice(-3)).toEqual(['PutObject', 'PutObject', 'PutObject']);
  });

  it('of known size is uploaded in parts of one size', async () => {
    await using aws = fakeAws();
    const parts = keepParts(aws);
    const totals: unknown[] = [];
    const onProgress = (progress: { totalBytes?: number | undefined }): void => void totals.push(progress.totalBytes);
    const body = createReadStream(path);
    await uploadFile({ ...object, body, sizeBytes: content.length, onProgress }, { session: aws.session });
    expect(Buffer.concat([1, 2, 3].map((number) => parts.get(number)!)).equals(content)).toBe(true);
    expect(totals).toEqual([content.length, content.length, content.length]);
  });

  it.each([
    [content.length + 1, String(content.length)],
    [content.length - 1, 'more'],
    [0, 'more'],
  ])('is rejected if it does not yield its %i bytes, and the upload is aborted', async (sizeBytes, got) => {
    await using aws = fakeAws();
    keepParts(aws);
    const uploading = uploadFile({ ...object, body: createReadStream(path), sizeBytes }, { session: aws.session });
    await expect(uploading).rejects.toThrow(
      `uploadFile: body must yield as many bytes as sizeBytes, ${sizeBytes} (got ${got}). No object was written.`,
    );
    expect(operations(aws)).not.toContain('CompleteMultipartUpload');
    expect(operations(aws)).not.toContain('PutObject');
    if (sizeBytes > 0) expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
  });

  it('has the only content with a size', async () => {
    await using aws = fakeAws();
    const uploading = uploadFile({ ...object, path, sizeBytes: 5 }, { session: aws.session });
    await expect(uploading).rejects.toThrow('sizeBytes only together with a stream as body');
  });

  it('ends the upload with its error if it fails', async () => {
    await using aws = fakeAws();
    keepParts(aws);
    const broken = new Error('the source broke');
    async function* source(): AsyncGenerator<Uint8Array> {
      yield content;
      throw broken;
    }
    await expect(uploadFile({ ...object, body: source() }, { session: aws.session })).rejects.toBe(broken);
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
    async function* objects(): AsyncGenerator<never> {
      yield { rows: 1 } as never;
    }
    await expect(uploadFile({ ...object, body: objects() }, { session: aws.session })).rejects.toThrow(
      'body must yield bytes or text (got a value of type object)',
    );
  });

  it('is destroyed if the call is aborted while no data arrives', async () => {
    await using aws = fakeAws();
    keepParts(aws);
    const reason = new Error('enough');
    const controller = new AbortController();
    const silent = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }),
      destroyed: false,
    };
    const body = Object.assign(silent, { destroy: () => void (silent.destroyed = true) });
    const uploading = uploadFile({ ...object, body }, { session: aws.session, signal: controller.signal });
    controller.abort(reason);
    await expect(uploading).rejects.toBe(reason);
    expect(body.destroyed).toBe(true);
    expect(aws.requests).toEqual([]);
  });
});
