import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { InvalidInputError, UnexpectedResponseError } from '@arch/core';
import { fakeAws, fault } from '@arch/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { treeHashOf } from '../../tree-hash.js';
import { operations, uploadVault } from './__fixtures__/upload-vault.js';
import { uploadVaultArchive } from './index.js';

const mebibyte = 1_048_576;
const content = Buffer.alloc(5 * mebibyte + 7);
for (let at = 0; at < content.length; at += 97) content[at] = at % 251;
const archive = { vaultName: 'photos', archiveDescription: 'photos.tar', partSizeBytes: 2 * mebibyte };

let folder = '';
let path = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-vault-upload-'));
  path = join(folder, 'photos.tar');
  await writeFile(path, content);
});
afterAll(() => rm(folder, { recursive: true }));

describe('an archive', () => {
  it('that fits into one part is uploaded with its tree hash, once', async () => {
    await using aws = fakeAws({ answers: { UploadArchive: { archiveId: 'a-1', checksum: 'ab' } } });
    const { session } = aws;
    const body = content.subarray(0, mebibyte + 1);
    const uploaded = await uploadVaultArchive({ ...archive, body }, { session });
    expect(uploaded.archiveId).toBe('a-1');
    expect(aws.requests[0]?.headers).toMatchObject({
      'x-amz-sha256-tree-hash': treeHashOf(body),
      'x-amz-archive-description': 'photos.tar',
    });
    aws.on('UploadArchive', fault('reset'));
    const uploading = uploadVaultArchive({ ...archive, body }, { session });
    await expect(uploading).rejects.toMatchObject({ outcomeUnknown: true });
    await expect(uploading).rejects.toThrow('The archive may exist in the vault photos: look for it in the next');
    expect(aws.requests).toHaveLength(2);
  });

  it('in a file is uploaded in parts with their tree hashes, and completed with the tree hash of the whole', async () => {
    await using aws = fakeAws();
    const vault = uploadVault(aws);
    const seen: number[] = [];
    const uploaded = await uploadVaultArchive(
      {
        ...archive,
        path,
        onProgress: ({ transferredBytes, totalBytes }) => {
          expect(totalBytes).toBe(content.length);
          seen.push(transferredBytes);
        },
      },
      { session: aws.session },
    );
    expect(uploaded).toEqual({ archiveId: 'a-1', checksum: treeHashOf(content) });
    expect(operations(aws)).toEqual([
      'InitiateMultipartUpload',
      ...Array.from({ length: 3 }, () => 'UploadMultipartPart'),
      'CompleteMultipartUpload',
    ]);
    expect(aws.requests[0]?.headers).toMatchObject({
      'x-amz-part-size': String(2 * mebibyte),
      'x-amz-archive-description': 'photos.tar',
    });
    expect(new Set(vault.parts.keys())).toEqual(
      new Set(['bytes 0-2097151/*', 'bytes 2097152-4194303/*', 'bytes 4194304-5242886/*']),
    );
    expect(vault.content().equals(content)).toBe(true);
    const part = aws.requests.find(({ input }) => input['range'] === 'bytes 0-2097151/*');
    expect(part?.headers['x-amz-sha256-tree-hash']).toBe(treeHashOf(content.subarray(0, 2 * mebibyte)));
    expect(aws.requests.at(-1)?.headers).toMatchObject({
      'x-amz-archive-size': String(content.length),
      'x-amz-sha256-tree-hash': treeHashOf(content),
    });
    expect(seen).toHaveLength(3);
    expect(seen.at(-1)).toBe(content.length);
  });

  it.each([
    ['of unknown length', undefined],
    ['of known length', content.length],
  ])('in a stream %s is uploaded in parts', async (_case, sizeBytes) => {
    await using aws = fakeAws();
    const vault = uploadVault(aws);
    await uploadVaultArchive({ ...archive, body: createReadStream(path), sizeBytes }, { session: aws.session });
    expect(vault.content().equals(content)).toBe(true);
    expect(vault.parts.size).toBe(3);
  });

  it('in memory has parts of 16 MiB by default', async () => {
    await using aws = fakeAws();
    const vault = uploadVault(aws);
    const body = Buffer.alloc(33 * mebibyte, 'arch');
    await uploadVaultArchive({ vaultName: 'photos', body }, { session: aws.session });
    expect(aws.requests[0]?.headers['x-amz-part-size']).toBe(String(16 * mebibyte));
    expect(vault.parts.size).toBe(3);
  });
});

it('reads a stream only as fast as it is sent', async () => {
  await using aws = fakeAws();
  uploadVault(aws);
  let [produced, sent, most] = [0, 0, 0];
  async function* source(): AsyncGenerator<Uint8Array> {
    for (let count = 0; count < 20; count++) {
      most = Math.max(most, ++produced - sent);
      yield Buffer.alloc(mebibyte, count);
    }
  }
  aws.on('UploadMultipartPart', ({ checksum }: { checksum: string }) => {
    sent++;
    return { checksum };
  });
  aws.on('CompleteMultipartUpload', ({ checksum }: { checksum: string }) => ({ archiveId: 'a-1', checksum }));
  const input = { vaultName: 'photos', body: source(), partSizeBytes: mebibyte, concurrency: 2 };
  await uploadVaultArchive(input, { session: aws.session });
  expect(produced).toBe(20);
  // Two parts in progress, two that were read first, and one that is being read.
  expect(most).toBeLessThanOrEqual(5);
});

describe('a part', () => {
  it('is sent again if its response is lost, and so is the completion', async () => {
    await using aws = fakeAws();
    const vault = uploadVault(aws);
    for (const kind of ['reset', '500', 'throttle'] as const) aws.once('UploadMultipartPart', fault(kind));
    aws.once('CompleteMultipartUpload', fault('reset'));
    const uploaded = await uploadVaultArchive({ ...archive, path }, { session: aws.session });
    expect(uploaded.checksum).toBe(treeHashOf(content));
    expect(vault.parts.size).toBe(3);
    expect(operations(aws).filter((name) => name === 'UploadMultipartPart')).toHaveLength(6);
    expect(operations(aws)).not.toContain('AbortMultipartUpload');
  });

  it('with another tree hash in its response ends the upload', async () => {
    await using aws = fakeAws();
    uploadVault(aws);
    aws.on('UploadMultipartPart', { checksum: 'ab'.repeat(32) });
    const uploading = uploadVaultArchive({ ...archive, path, concurrency: 1 }, { session: aws.session });
    await expect(uploading).rejects.toThrow(UnexpectedResponseError);
    await expect(uploading).rejects.toThrow('the part at byte 0 is damaged');
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
  });
});

describe('content', () => {
  it('of zero bytes is rejected before anything is sent', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    const empty = join(folder, 'empty');
    await writeFile(empty, '');
    const message = 'uploadVaultArchive: the content is empty, but an archive has at least 1 byte.';
    await expect(uploadVaultArchive({ ...archive, path: empty }, { session })).rejects.toThrow(message);
    const body = new Blob([]).stream();
    await expect(uploadVaultArchive({ ...archive, body }, { session })).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it.each([
    [archive, 'provide either path or body'],
    [{ ...archive, path: 'a', body: content }, 'provide either path or body'],
    [{ ...archive, body: content, sizeBytes: 5 }, 'sizeBytes only together with a stream as body'],
    [{ ...archive, body: new Uint8Array() }, 'content of at least 1 byte'],
    [{ ...archive, body: content, partSizeBytes: 3 * mebibyte }, 'a power of two MiB in bytes, from 1048576'],
    [{ ...archive, body: content, partSizeBytes: 8_192 * mebibyte }, 'a power of two MiB in bytes, from 1048576'],
    [{ ...archive, body: content, concurrency: 0 }, 'concurrency'],
    [{ ...archive, body: content, archiveDescription: 'ü' }, 'printable ASCII characters'],
  ])('that is invalid is rejected before anything is sent: %#', async (input, message) => {
    await using aws = fakeAws();
    const uploading = uploadVaultArchive(input, { session: aws.session });
    await expect(uploading).rejects.toThrow(InvalidInputError);
    await expect(uploading).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
