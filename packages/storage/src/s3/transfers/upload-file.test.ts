import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

import { ConflictError, InvalidInputError, ServiceError, UnexpectedResponseError } from '@arch/core';
import { crc32ToBase64 } from '@arch/core/builder';
import { awsError, fakeAws, fault } from '@arch/core/testing';
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

describe('a file', () => {
  it('that is smaller than a part is uploaded in one request', async () => {
    await using aws = fakeAws({ answers: { PutObject: { ETag: '"5d"', VersionId: 'v1' } } });
    const small = join(folder, 'small');
    await writeFile(small, 'hello');
    const uploaded = await uploadFile(
      { ...object, path: small, ifNoneMatch: '*', metadata: { by: 'me' } },
      { session: aws.session },
    );
    expect(uploaded).toMatchObject({
      bucket: 'videos',
      key: 'film.mp4',
      sizeBytes: 5,
      eTag: '"5d"',
      versionId: 'v1',
      checksumCrc32: crc32ToBase64(crc32('hello')),
    });
    expect(aws.requests).toHaveLength(1);
    expect(aws.requests[0]?.headers).toMatchObject({
      'if-none-match': '*',
      'content-type': 'application/octet-stream',
      'x-amz-meta-by': 'me',
      'x-amz-checksum-crc32': crc32ToBase64(crc32('hello')),
    });
  });

  it('is uploaded in parts with checksums, and completed with the parts in order', async () => {
    await using aws = fakeAws();
    const parts = keepParts(aws);
    const seen: number[] = [];
    const uploaded = await uploadFile(
      {
        ...object,
        path,
        contentType: 'video/mp4',
        storageClass: 'GLACIER_IR',
        ifNoneMatch: '*',
        onProgress: ({ transferredBytes, totalBytes }) => {
          expect(totalBytes).toBe(content.length);
          seen.push(transferredBytes);
        },
      },
      { session: aws.session },
    );
    expect(uploaded).toEqual({
      bucket: 'videos',
      key: 'film.mp4',
      sizeBytes: content.length,
      eTag: '"whole-3"',
      versionId: 'v1',
      checksumCrc32: crc32ToBase64(crc32(content)),
    });
    expect(Buffer.concat([1, 2, 3].map((number) => parts.get(number)!)).equals(content)).toBe(true);
    expect(operations(aws)).toEqual([
      'CreateMultipartUpload',
      ...Array.from({ length: 3 }, () => 'UploadPart'),
      'CompleteMultipartUpload',
    ]);
    expect(aws.requests[0]?.headers).toMatchObject({
      'content-type': 'video/mp4',
      'x-amz-storage-class': 'GLACIER_IR',
      'x-amz-checksum-algorithm': 'CRC32',
      'x-amz-checksum-type': 'FULL_OBJECT',
    });
    const { input, headers } = aws.requests.at(-1)!;
    expect(headers).toMatchObject({ 'if-none-match': '*', 'x-amz-mp-object-size': String(content.length) });
    expect(input['MultipartUpload']).toEqual({
      Parts: [1, 2, 3].map((number) => ({
        PartNumber: number,
        ETag: `"part-${number}"`,
        ChecksumCRC32: crc32ToBase64(crc32(parts.get(number)!)),
      })),
    });
    expect(seen.toSorted((one, other) => one - other)).toEqual(seen);
    expect(seen).toHaveLength(3);
    expect(seen.at(-1)).toBe(content.length);
  });

  it('that grows during the upload throws ConflictError, and the upload is aborted', async () => {
    await using aws = fakeAws();
    keepParts(aws);
    const growing = join(folder, 'growing');
    await writeFile(growing, content);
    aws.on('CreateMultipartUpload', async () => {
      await appendFile(growing, 'more');
      return { UploadId: 'u-1' };
    });
    const uploading = uploadFile({ ...object, path: growing, concurrency: 1 }, { session: aws.session });
    await expect(uploading).rejects.toThrow(ConflictError);
    await expect(uploading).rejects.toThrow('changed during the upload. No object was written. Call again.');
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
    expect(operations(aws)).not.toContain('CompleteMultipartUpload');
  });

  it.runIf(existsSync('/proc/version'))('of /proc, which contains more bytes than its size, is rejected', async () => {
    await using aws = fakeAws();
    for (const path of ['/proc/version', '/proc/self/status']) {
      const uploading = uploadFile({ ...object, path }, { session: aws.session });
      await expect(uploading).rejects.toThrow(InvalidInputError);
      await expect(uploading).rejects.toThrow(
        `uploadFile: the file ${path} has a size of 0 bytes, but contains another number of bytes, as files of /proc do.`,
      );
    }
    expect(aws.requests).toEqual([]);
  });

  it.runIf(existsSync('/sys/kernel/uevent_seqnum'))(
    'of /sys, which contains fewer bytes than its size, is rejected',
    async () => {
      await using aws = fakeAws();
      const uploading = uploadFile({ ...object, path: '/sys/kernel/uevent_seqnum' }, { session: aws.session });
      await expect(uploading).rejects.toThrow('has a size of 4096 bytes, but contains another number of bytes');
      expect(aws.requests).toEqual([]);
    },
  );

  it('that shrinks during the upload throws ConflictError', async () => {
    await using aws = fakeAws();
    keepParts(aws);
    const shrinking = join(folder, 'shrinking');
    await writeFile(shrinking, content);
    aws.on('UploadPart', async () => {
      await truncate(shrinking, 11 * mebibyte);
      return { ETag: '"part"' };
    });
    const uploading = uploadFile({ ...object, path: shrinking, concurrency: 1 }, { session: aws.session });
    await expect(uploading).rejects.toThrow(ConflictError);
    await expect(uploading).rejects.toThrow('changed during the upload. No object was written. Call again.');
    expect(operations(aws)).not.toContain('CompleteMultipartUpload');
  });

  it('that cannot be read is rejected before anything is sent', async () => {
    await using aws = fakeAws();
    const missing = join(folder, 'nothing');
    await expect(uploadFile({ ...object, path: missing }, { session: aws.session })).rejects.toMatchObject({
      name: 'LocalError',
      code: 'ENOENT',
      path: missing,
      message: `uploadFile: cannot read ${missing}: no such file or directory (ENOENT).`,
    });
    const ofFolder = uploadFile({ ...object, path: folder }, { session: aws.session });
    await expect(ofFolder).rejects.toThrow(InvalidInputError);
    await expect(ofFolder).rejects.toThrow(
      `uploadFile: path must be the path of a file (got ${JSON.stringify(folder)}). Pass the path of a file, or pass a stream as body.`,
    );
    expect(aws.requests).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'must not be a socket or a pipe without a writer (not on Windows, which has none in folders)',
    async () => {
      await using aws = fakeAws();
      const [socket, pipe] = [join(folder, 'socket'), join(folder, 'pipe')];
      const server = createServer();
      await once(server.listen(socket), 'listening');
      execFileSync('mkfifo', [pipe]);
      for (const special of [socket, pipe])
        await expect(uploadFile({ ...object, path: special }, { session: aws.session })).rejects.toThrow(
          `uploadFile: path must be the path of a file (got ${JSON.stringify(special)}). Pass the path of a file, or pass a stream as body.`,
        );
      expect(aws.requests).toEqual([]);
      server.close();
    },
  );
});

describe('a failed upload', () => {
  it('is aborted before the call ends, also after an abort of the call and after its deadline', async () => {
    await using aws = fakeAws();
    keepParts(aws);
    const reason = new Error('enough');
    const controller = new AbortController();
    aws.on('UploadPart', () => {
      controller.abort(reason);
      return fault('hang');
    });
    const { session } = aws;
    await expect(uploadFile({ ...object, path }, { session, signal: controller.signal })).rejects.toBe(reason);
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
    expect(aws.requests.at(-1)?.path).toContain('uploadId=u-1');
    aws.on('UploadPart', fault('hang'));
    await expect(uploadFile({ ...object, path }, { session, timeoutMs: 10_000 })).rejects.toMatchObject({
      name: 'DeadlineError',
      operation: 'uploadFile',
    });
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
  });

  it('is named in the error if it cannot be aborted', async () => {
    await using aws = fakeAws();
    keepParts(aws);
    const { session } = aws;
    aws.on('UploadPart', awsError('BadDigest', 'The CRC32 you specified did not match', { status: 400 }));
    await expect(uploadFile({ ...object, path }, { session })).rejects.toThrow(ServiceError);
    aws.on('AbortMultipartUpload', awsError('AccessDenied', 'Access Denied', { status: 403 }));
    const uploading = uploadFile({ ...object, path }, { session });
    await expect(uploading).rejects.toThrow(
      /BadDigest.*The upload u-1 of film\.mp4 is left, and AWS bills its parts: delete it with abortMultipartUpload\./,
    );
  });

  it('throws ConflictError if the condition is not met, and notes that S3 may have completed the upload', async () => {
    await using aws = fakeAws();
    keepParts(aws);
    const { session } = aws;
    aws.once('CompleteMultipartUpload', awsError('PreconditionFailed', 'At least one', { status: 412 }));
    await expect(uploadFile({ ...object, path, ifNoneMatch: '*' }, { session })).rejects.toThrow(ConflictError);
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
    aws.on('CompleteMultipartUpload', fault('reset'));
    aws.on('AbortMultipartUpload', awsError('NoSuchUpload', 'The specified upload does not exist.', { status: 404 }));
    await expect(uploadFile({ ...object, path }, { session })).rejects.toThrow('S3 may have completed the upload');
  });

  it('is detected by the checksum of the whole object', async () => {
    await using aws = fakeAws();
    keepParts(aws);
    aws.on('CompleteMultipartUpload', { ETag: '"w"', ChecksumCRC32: 'AAAAAA==', ChecksumType: 'FULL_OBJECT' });
    await expect(uploadFile({ ...object, path }, { session: aws.session })).rejects.toThrow(UnexpectedResponseError);
  });
});

it('retries failed parts', async () => {
  await using aws = fakeAws();
  const parts = keepParts(aws);
  for (const kind of ['500', 'reset', 'throttle'] as const) aws.once('UploadPart', fault(kind));
  await uploadFile({ ...object, path }, { session: aws.session });
  expect(parts.size).toBe(3);
});

it.each([
  [object, 'provide either path or body'],
  [{ ...object, path: 'a', body: content }, 'provide either path or body'],
  [{ ...object, body: content, partSizeBytes: 5 * mebibyte - 1 }, 'partSizeBytes'],
  [{ ...object, body: content, concurrency: 0 }, 'concurrency'],
  [
    { ...object, body: content, objectLockMode: 'COMPLIANCE' as const },
    'provide both objectLockMode and objectLockRetainUntilDate, or neither',
  ],
  [{ ...object, body: content, key: 'ü'.repeat(513) }, 'a key of 1 to 1,024 bytes in UTF-8'],
])('rejects invalid input before anything is sent: %#', async (input, message) => {
  await using aws = fakeAws();
  await expect(uploadFile(input, { session: aws.session })).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
