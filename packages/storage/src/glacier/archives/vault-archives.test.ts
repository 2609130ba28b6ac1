import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CapacityError, ConflictError, InvalidInputError, LocalError, UnexpectedResponseError } from '@arch/core';
import { awsError, type FakeAws, fakeAws, fault } from '@arch/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { treeHashOf } from '../tree-hash.js';
import { deleteVaultArchive, downloadVaultArchive, readVaultArchive, requestVaultArchive } from './index.js';

const mebibyte = 1_048_576;
const content = Buffer.alloc(3 * mebibyte + 5);
for (let at = 0; at < content.length; at += 97) content[at] = at % 251;

const vaultName = 'photos';
const jobId = 'HkF9p6o7yjhFx';
const archiveId = 'NkbByEejwEggmBz2fTHg';
const job = {
  JobId: jobId,
  Action: 'ArchiveRetrieval',
  ArchiveId: archiveId,
  ArchiveSizeInBytes: content.length,
  SHA256TreeHash: treeHashOf(content),
  Completed: true,
  CreationDate: '2026-11-30T07:05:11.000Z',
  StatusCode: 'Succeeded',
  VaultARN: 'arn:aws:glacier:eu-west-1:111122223333:vaults/photos',
};

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-vault-'));
  path = join(folder, 'photos.tar');
});
afterEach(() => rm(folder, { recursive: true }));

/** Makes Glacier return an archive that a job has prepared. */
const prepare = (aws: FakeAws, part: object = {}): void => {
  aws.on('DescribeJob', { ...job, ...part });
  aws.on('GetJobOutput', ({ range = '' }: { range?: string }) => {
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    const body = content.subarray(Number(start), Number(end) + 1);
    return { body, checksum: treeHashOf(body) };
  });
};

const rangesOf = (aws: FakeAws): readonly unknown[] =>
  aws.requests.filter(({ operation }) => operation === 'GetJobOutput').map(({ input }) => input['range']);

const read = { vaultName, jobId, partSizeBytes: mebibyte };

it('requests an archive with a tier, and waits until it can be read', async () => {
  await using aws = fakeAws({ answers: { InitiateJob: { jobId }, DescribeJob: job } });
  const done = await requestVaultArchive(
    { vaultName, archiveId, tier: 'Bulk', description: 'restore' },
    { session: aws.session, wait: true },
  );
  expect(done).toMatchObject({ archiveSizeInBytes: content.length, statusCode: 'Succeeded' });
  expect(aws.requests[0]?.input).toMatchObject({
    jobParameters: { Type: 'archive-retrieval', ArchiveId: archiveId, Tier: 'Bulk', Description: 'restore' },
  });
  aws.on('InitiateJob', awsError('InsufficientCapacityException', 'no capacity'));
  const expedited = requestVaultArchive({ vaultName, archiveId, tier: 'Expedited' }, { session: aws.session });
  await expect(expedited).rejects.toThrow(CapacityError);
});

it('deletes an archive', async () => {
  await using aws = fakeAws({ answers: { DeleteArchive: {} } });
  await deleteVaultArchive({ vaultName, archiveId }, { session: aws.session });
  expect(aws.requests[0]).toMatchObject({ method: 'DELETE', path: `/-/vaults/photos/archives/${archiveId}` });
});

describe('readVaultArchive', () => {
  it('yields verified parts in their order', async () => {
    await using aws = fakeAws();
    prepare(aws);
    const parts = await readVaultArchive(read, { session: aws.session }).toArray();
    expect(Buffer.concat(parts).equals(content)).toBe(true);
    expect(new Set(rangesOf(aws))).toEqual(
      new Set(['bytes=0-1048575', 'bytes=1048576-2097151', 'bytes=2097152-3145727', 'bytes=3145728-3145732']),
    );
  });

  it.each([
    ['damaged', { body: content.subarray(1, mebibyte + 1), checksum: treeHashOf(content.subarray(0, mebibyte)) }],
    ['too short', { body: content.subarray(1, mebibyte) }],
    ['cut off', fault('close-mid-body')],
  ])('requests a part again that arrives %s', async (_case, answer) => {
    await using aws = fakeAws();
    prepare(aws);
    aws.once('GetJobOutput', answer);
    const parts = await readVaultArchive({ ...read, concurrency: 1 }, { session: aws.session }).toArray();
    expect(Buffer.concat(parts).equals(content)).toBe(true);
    expect(rangesOf(aws).slice(0, 2)).toEqual(['bytes=0-1048575', 'bytes=0-1048575']);
  });

  it('fails if a part arrives damaged three times', async () => {
    await using aws = fakeAws();
    prepare(aws);
    aws.on('GetJobOutput', { body: content.subarray(0, mebibyte), checksum: 'ab'.repeat(32) });
    const reading = readVaultArchive({ ...read, concurrency: 1 }, { session: aws.session }).toArray();
    await expect(reading).rejects.toThrow('its SHA-256 tree hash is');
    expect(rangesOf(aws)).toHaveLength(3);
  });

  it('fails after the last part if the whole archive does not have its tree hash', async () => {
    await using aws = fakeAws();
    prepare(aws, { SHA256TreeHash: 'ab'.repeat(32) });
    const reading = readVaultArchive(read, { session: aws.session }).toArray();
    await expect(reading).rejects.toThrow(UnexpectedResponseError);
    await expect(reading).rejects.toThrow(`the received archive ${archiveId} is damaged`);
  });

  it.each([
    [{ StatusCode: 'InProgress', Completed: false }, ConflictError, 'is InProgress. Wait for it with waitForVaultJob'],
    [{ StatusCode: 'Failed', StatusMessage: 'gone' }, ConflictError, 'is Failed (gone). Request the archive again.'],
    [{ Action: 'InventoryRetrieval' }, InvalidInputError, 'Read an inventory with getVaultInventory.'],
  ])('rejects a job whose archive cannot be read: %o', async (part, type, message) => {
    await using aws = fakeAws();
    prepare(aws, part);
    const reading = readVaultArchive(read, { session: aws.session }).toArray();
    await expect(reading).rejects.toThrow(type);
    await expect(reading).rejects.toThrow(message);
    expect(rangesOf(aws)).toEqual([]);
  });

  it.each([mebibyte + 1, 3 * mebibyte, 512 * mebibyte, 524_288])(
    'rejects parts of %i bytes, for which Glacier sends no checksum',
    async (partSizeBytes) => {
      await using aws = fakeAws();
      const reading = readVaultArchive({ ...read, partSizeBytes }, { session: aws.session }).toArray();
      await expect(reading).rejects.toThrow('partSizeBytes must be 1, 2, 4, 8, 16, 32, 64, 128 or 256 MiB in bytes');
      expect(aws.requests).toEqual([]);
    },
  );
});

describe('downloadVaultArchive', () => {
  it('writes a verified file, and reports its progress', async () => {
    await using aws = fakeAws();
    prepare(aws);
    const seen: number[] = [];
    const onProgress = ({ transferredBytes }: { transferredBytes: number }): void => void seen.push(transferredBytes);
    const downloaded = await downloadVaultArchive({ ...read, path, onProgress }, { session: aws.session });
    expect(downloaded).toEqual({ path, archiveId, sizeBytes: content.length, verifiedBy: 'tree-hash' });
    expect((await readFile(path)).equals(content)).toBe(true);
    expect(seen.at(-1)).toBe(content.length);
    expect(await readdir(folder)).toEqual(['photos.tar']);
  });

  it('downloads a retrieved range, whose tree hash Glacier may not have', async () => {
    await using aws = fakeAws();
    prepare(aws, { RetrievalByteRange: '1048576-2097151', SHA256TreeHash: null });
    const downloaded = await downloadVaultArchive({ ...read, path }, { session: aws.session });
    expect(downloaded).toMatchObject({ sizeBytes: mebibyte, verifiedBy: 'length' });
    expect(rangesOf(aws)).toEqual(['bytes=0-1048575']);
  });

  it.each([
    ['after damaged content', { SHA256TreeHash: 'ab'.repeat(32) }],
    ['of a job in progress', { StatusCode: 'InProgress', Completed: false }],
  ])('leaves no file and does not change an existing file %s', async (_case, part) => {
    await using aws = fakeAws();
    prepare(aws, part);
    await writeFile(path, 'before');
    await expect(downloadVaultArchive({ ...read, path }, { session: aws.session })).rejects.toThrow(
      /damaged|InProgress/,
    );
    expect(await readdir(folder)).toEqual(['photos.tar']);
    expect(await readFile(path, 'utf8')).toBe('before');
  });

  it('leaves no file after an abort', async () => {
    await using aws = fakeAws();
    prepare(aws);
    const reason = new Error('enough');
    const controller = new AbortController();
    const onProgress = (): void => controller.abort(reason);
    const options = { session: aws.session, signal: controller.signal };
    await expect(downloadVaultArchive({ ...read, path, concurrency: 1, onProgress }, options)).rejects.toBe(reason);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that the folder does not exist', async () => {
    await using aws = fakeAws();
    prepare(aws);
    const missing = join(folder, 'missing', 'photos.tar');
    const downloading = downloadVaultArchive({ ...read, path: missing }, { session: aws.session });
    await expect(downloading).rejects.toThrow(LocalError);
    await expect(downloading).rejects.toThrow('ENOENT');
  });
});
