import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

import { crc32ToBase64 } from '@arch/core/builder';
import { fakeAws, fault, type FakeAws } from '@arch/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { downloadDirectory } from '../directories/index.js';

const content = Buffer.from('month,total\n11,42\n');
const whole = {
  Body: content,
  ContentLength: content.length,
  ETag: '"e"',
  ChecksumCRC32: crc32ToBase64(crc32(content)),
  ChecksumType: 'FULL_OBJECT',
};

let folder = '';
let aws: FakeAws;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-whole-'));
  aws = fakeAws();
  const listed = { Key: 'a.csv', Size: content.length, LastModified: '2026-11-30T07:05:11.000Z', ETag: '"e"' };
  aws.on('ListObjectsV2', { IsTruncated: false, Contents: [listed] });
  aws.on('GetObject', whole);
});
afterEach(async () => {
  await aws[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const download = (): ReturnType<typeof downloadDirectory> =>
  downloadDirectory({ bucket: 'reports', directory: folder }, { session: aws.session });
const gets = (): number => aws.requests.filter(({ operation }) => operation === 'GetObject').length;

describe('a small object of a directory', () => {
  it('is downloaded with one request, which asks for its checksum', async () => {
    expect(await download()).toMatchObject({ transferredFiles: 1, transferredBytes: content.length });
    expect(await readFile(join(folder, 'a.csv'))).toEqual(content);
    expect(aws.requests.map(({ operation }) => operation)).toEqual(['ListObjectsV2', 'GetObject']);
    expect(aws.requests[1]?.headers).toMatchObject({ 'x-amz-checksum-mode': 'ENABLED' });
    expect(aws.requests[1]?.headers).not.toHaveProperty('range');
  });

  it('is requested again after a broken connection', async () => {
    aws.once('GetObject', fault('close-mid-body'));
    expect(await download()).toMatchObject({ transferredFiles: 1, transferredBytes: content.length });
    expect([await readFile(join(folder, 'a.csv')), gets()]).toEqual([content, 2]);
  });

  it('is not written if it does not match its checksum', async () => {
    aws.on('GetObject', { ...whole, ChecksumCRC32: crc32ToBase64(1) });
    await expect(download()).rejects.toThrow(/the received content of a\.csv is damaged: its CRC32 is /);
    await expect(readFile(join(folder, 'a.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
