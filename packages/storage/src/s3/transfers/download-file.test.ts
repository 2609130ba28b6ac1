import { type FileHandle, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

import { InvalidInputError, NotFoundError } from '@arch/core';
import { crc32ToBase64 } from '@arch/core/builder';
import { awsError, type FakeAws, fakeAws, fault } from '@arch/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { downloadFile } from './index.js';

const mebibyte = 1_048_576;
const content = Buffer.alloc(3 * mebibyte + 5, 'arch');
for (let at = 0; at < content.length; at += 97) content[at] = at % 251;
const eTag = '"whole-3"';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-download-'));
  path = join(folder, 'film.mp4');
});
afterEach(() => rm(folder, { recursive: true }));

const object = (): { bucket: string; key: string; path: string; partSizeBytes: number } => ({
  bucket: 'videos',
  key: 'film.mp4',
  path,
  partSizeBytes: mebibyte,
});

const rangeOf = (input: { Range?: string }): { start: number; end: number } => {
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(input.Range ?? '') ?? [];
  return { start: Number(start), end: Number(end) };
};

/** Makes S3 return one object. */
const storeObject = (aws: FakeAws, head: object = {}): void => {
  aws.on('HeadObject', { ContentLength: content.length, ETag: eTag, VersionId: 'v1', ...head });
  aws.on('GetObject', (input: { Range?: string }) => {
    const { start, end } = rangeOf(input);
    return { Body: content.subarray(start, end + 1), ETag: eTag };
  });
};

const gets = (aws: FakeAws): readonly Readonly<Record<string, unknown>>[] =>
  aws.requests.filter(({ operation }) => operation === 'GetObject').map(({ input }) => input);

describe('downloadFile', () => {
  it('downloads ranges of one version, and verifies the checksum', async () => {
    await using aws = fakeAws();
    storeObject(aws, { ChecksumCRC32: crc32ToBase64(crc32(content)), ChecksumType: 'FULL_OBJECT' });
    const seen: number[] = [];
    const downloaded = await downloadFile(
      {
        ...object(),
        onProgress: ({ transferredBytes, totalBytes }) => {
          expect(totalBytes).toBe(content.length);
          seen.push(transferredBytes);
        },
      },
      { session: aws.session },
    );
    expect(downloaded).toEqual({ path, sizeBytes: content.length, eTag, versionId: 'v1', verifiedBy: 'CRC32' });
    expect((await readFile(path)).equals(content)).toBe(true);
    expect(await readdir(folder)).toEqual(['film.mp4']);
    expect(new Set(gets(aws).map(({ Range }) => Range))).toEqual(
      new Set(['bytes=0-1048575', 'bytes=1048576-2097151', 'bytes=2097152-3145727', 'bytes=3145728-3145732']),
    );
    for (const each of gets(aws)) expect(each).toMatchObject({ IfMatch: eTag, VersionId: 'v1' });
    expect(seen.at(-1)).toBe(content.length);
    expect(seen.toSorted((one, other) => one - other)).toEqual(seen);
  });

  it.each([
    ['SHA256', { ChecksumSHA256: createHash('sha256').update(content).digest('base64') }],
    ['SHA1', { ChecksumSHA1: createHash('sha1').update(content).digest('base64') }],
    ['length', { ChecksumCRC32: 'r/zBbw==-2', ChecksumType: 'COMPOSITE' }],
    ['length', {}],
  ])('verifies by %s if S3 stores nothing else', async (verifiedBy, head) => {
    await using aws = fakeAws();
    storeObject(aws, head);
    expect(await downloadFile(object(), { session: aws.session })).toMatchObject({ verifiedBy });
  });

  it.each([
    ['CRC64NVME', { ChecksumCRC64NVME: 'rosUhgp5mIg=' }],
    ['CRC32C', { ChecksumCRC32C: '4waSgw==' }],
  ])('computes the published %s of "123456789"', async (verifiedBy, checksum) => {
    await using aws = fakeAws({ answers: { GetObject: { Body: '123456789' } } });
    aws.on('HeadObject', { ContentLength: 9, ETag: eTag, ChecksumType: 'FULL_OBJECT', ...checksum });
    expect(await downloadFile(object(), { session: aws.session })).toMatchObject({ verifiedBy });
    aws.on('GetObject', { Body: '123456780' });
    await expect(downloadFile(object(), { session: aws.session })).rejects.toThrow(`its ${verifiedBy} is`);
  });

  it('sends no request for the content of an empty object', async () => {
    await using aws = fakeAws();
    storeObject(aws, { ContentLength: 0 });
    expect(await downloadFile(object(), { session: aws.session })).toMatchObject({ sizeBytes: 0 });
    expect(await readFile(path, 'utf8')).toBe('');
    expect(gets(aws)).toEqual([]);
  });

  it('continues after the last received byte if a connection breaks', async () => {
    await using aws = fakeAws();
    storeObject(aws, { ChecksumCRC32: crc32ToBase64(crc32(content)) });
    aws.once('GetObject', fault('close-mid-body'));
    await downloadFile({ ...object(), partSizeBytes: 5 * mebibyte }, { session: aws.session });
    const [first, second] = gets(aws).map((each) => rangeOf(each));
    expect(first?.start).toBe(0);
    expect(second?.start).toBeGreaterThan(0);
    expect(second?.end).toBe(content.length - 1);
    expect((await readFile(path)).equals(content)).toBe(true);
  });
});

describe('a failed download leaves no file and does not change an existing file', () => {
  it.each([
    ['after a broken connection, continued with other bytes', fault('close-mid-body'), 'UnexpectedResponseError'],
    ['after a response shorter than its length', fault('wrong-length'), 'ArchError'],
    ['after other bytes', { Body: Buffer.alloc(mebibyte) }, 'UnexpectedResponseError'],
    ['after more bytes than requested', { Body: Buffer.alloc(2 * mebibyte) }, 'UnexpectedResponseError'],
    ['of a changed object', awsError('PreconditionFailed', 'At least one', { status: 412 }), 'ConflictError'],
    [
      'of an archived object',
      awsError('InvalidObjectState', 'The operation is not valid', { status: 403 }),
      'ConflictError',
    ],
  ])('%s', async (_case, response, name) => {
    await using aws = fakeAws();
    storeObject(aws, { ChecksumCRC32: crc32ToBase64(crc32(content)) });
    await writeFile(path, 'before');
    aws.on('GetObject', response);
    const error: unknown = await downloadFile(object(), { session: aws.session }).catch((thrown: unknown) => thrown);
    if (name !== 'ArchError') expect((error as Error).name).toBe(name);
    expect(error).toBeInstanceOf(Error);
    expect(await readdir(folder)).toEqual(['film.mp4']);
    expect(await readFile(path, 'utf8')).toBe('before');
  });

  it('after the failure of one range, which ends the other ranges too', async () => {
    await using aws = fakeAws();
    storeObject(aws);
    aws.on('GetObject', (input: { Range?: string }) =>
      rangeOf(input).start === 0 ? awsError('InternalError', 'We encountered', { status: 500 }) : fault('hang'),
    );
    await expect(downloadFile(object(), { session: aws.session })).rejects.toThrow('InternalError');
    expect(await readdir(folder)).toEqual([]);
  });

  it('after an abort or the deadline', async () => {
    await using aws = fakeAws();
    storeObject(aws);
    const reason = new Error('enough');
    const controller = new AbortController();
    const onProgress = (): void => controller.abort(reason);
    const { session } = aws;
    await expect(
      downloadFile({ ...object(), concurrency: 1, onProgress }, { session, signal: controller.signal }),
    ).rejects.toBe(reason);
    // The file is removed before the call ends.
    expect(await readdir(folder)).toEqual([]);
    aws.on('GetObject', fault('hang'));
    await expect(downloadFile(object(), { session, timeoutMs: 5_000 })).rejects.toMatchObject({
      name: 'DeadlineError',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('of an unknown object', async () => {
    await using aws = fakeAws();
    aws.on('HeadObject', awsError('NotFound', '', { status: 404 }));
    await expect(downloadFile(object(), { session: aws.session })).rejects.toThrow(NotFoundError);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a path', () => {
  it('that cannot be written is rejected before anything is sent', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    await mkdir(path);
    await expect(downloadFile(object(), { session })).rejects.toThrow(InvalidInputError);
    await expect(downloadFile(object(), { session })).rejects.toThrow(
      `downloadFile: path must be the path of a file (got ${JSON.stringify(path)}). Pass the path of a file in that folder.`,
    );
    const missing = join(folder, 'nothing', 'film.mp4');
    await expect(downloadFile({ ...object(), path: missing }, { session })).rejects.toMatchObject({
      name: 'LocalError',
      code: 'ENOENT',
      path: missing,
      syscall: 'open',
      message: `downloadFile: cannot write ${missing}: no such file or directory (ENOENT).`,
    });
    await expect(downloadFile({ ...object(), path: 'a\0b' }, { session })).rejects.toThrow(InvalidInputError);
    expect(aws.requests).toEqual([]);
  });

  it('on a full disk ends the download and leaves no file', async () => {
    await using aws = fakeAws();
    storeObject(aws);
    await writeFile(path, 'before');
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      errno: -28,
      code: 'ENOSPC',
      syscall: 'write',
    });
    const handle = await open(path);
    const write = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'write').mockRejectedValue(full);
    await handle.close();
    try {
      await expect(downloadFile(object(), { session: aws.session })).rejects.toMatchObject({
        name: 'LocalError',
        code: 'ENOSPC',
        path,
        cause: full,
        retryable: false,
        message: `downloadFile: cannot write ${path}: no space left on device (ENOSPC).`,
      });
    } finally {
      write.mockRestore();
    }
    expect(await readFile(path, 'utf8')).toBe('before');
    expect(await readdir(folder)).toEqual(['film.mp4']);
  });

  it.each(['n'.repeat(255), 'ü'.repeat(127)])('can have the longest name that the disk allows: %s', async (name) => {
    await using aws = fakeAws();
    storeObject(aws);
    await downloadFile({ ...object(), path: join(folder, name) }, { session: aws.session });
    expect(await readdir(folder)).toEqual([name]);
  });
});
