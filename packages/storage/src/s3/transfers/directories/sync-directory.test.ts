import { symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { InvalidInputError, policyFor } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { memoryBucket, type MemoryBucket } from './__fixtures__/memory-bucket.js';
import { temporaryFolder, type TemporaryFolder } from './__fixtures__/temporary-folder.js';
import { syncDirectory, type SyncDirectoryInput } from './index.js';

let folder: TemporaryFolder;
let store: MemoryBucket;
beforeEach(async () => {
  folder = await temporaryFolder();
  store = memoryBucket();
});
afterEach(async () => {
  await folder[Symbol.asyncDispose]();
  await store[Symbol.asyncDispose]();
});

const place = { bucket: 'my-site', prefix: 'www' };
type Input = SyncDirectoryInput & { dryRun?: false };
const up = (): Input => ({ from: folder.path, to: place });
const down = (): Input => ({ from: place, to: folder.path });
const later = new Date('2026-09-01');

describe('from a directory to a bucket', () => {
  it('uploads new and changed files, and nothing the second time', async () => {
    await folder.write('a.txt', 'a');
    await folder.write('a/b', 'b');
    await folder.write('same', 's');
    await folder.write('newer', 'n', later);
    for (const [path, body] of [
      ['a.txt', 'another'],
      ['same', 'S'],
      ['newer', 'N'],
    ] as const) {
      store.put(`www/${path}`, body, new Date('2026-05-01'));
    }
    store.put('www/other', 'o');
    const { session } = store.aws;
    const plan = await syncDirectory({ ...up(), dryRun: true }, { session });
    expect(plan.actions.map(({ path, reason }) => [path, reason])).toEqual([
      ['a.txt', 'size'],
      ['a/b', 'new'],
      ['newer', 'newer'],
    ]);
    expect(await syncDirectory(up(), { session })).toMatchObject({ transferredFiles: 3, unchangedFiles: 1 });
    expect(store.contents()).toEqual({
      'www/a.txt': 'a',
      'www/a/b': 'b',
      'www/newer': 'n',
      'www/other': 'o',
      'www/same': 'S',
    });
    await utimes(join(folder.path, 'newer'), later, new Date('2026-02-01'));
    expect(await syncDirectory(up(), { session })).toMatchObject({ transferredFiles: 0, unchangedFiles: 4 });
    expect(store.sent('PutObject')).toBe(3);
  });

  it('compares by size or checksum on request', async () => {
    await folder.write('a', 'a', later);
    await folder.write('b', 'b', later);
    store.put('www/a', 'A');
    store.put('www/b', 'b');
    const { session } = store.aws;
    expect(await syncDirectory({ ...up(), compare: 'size' }, { session })).toMatchObject({ unchangedFiles: 2 });
    const result = await syncDirectory({ ...up(), compare: 'checksum' }, { session });
    expect(result).toMatchObject({ transferredFiles: 1, unchangedFiles: 1 });
    expect(store.contents()).toEqual({ 'www/a': 'a', 'www/b': 'b' });
  });

  it('continues with the rest in a second run after an interruption', async () => {
    for (let at = 0; at < 9; at++) await folder.write(`${at}`, 'x');
    const { aws } = store;
    const controller = new AbortController();
    aws.once('PutObject', () => {
      controller.abort(new Error('killed'));
      return fault('hang');
    });
    const run = syncDirectory({ ...up(), concurrency: 2 }, { session: aws.session, signal: controller.signal });
    await expect(run).rejects.toThrow('killed');
    const sent = store.objects.size;
    expect(sent).toBeLessThan(9);
    expect(await syncDirectory(up(), { session: aws.session })).toMatchObject({
      transferredFiles: 9 - sent,
      unchangedFiles: sent,
    });
    expect(store.objects.size).toBe(9);
  });

  it('refuses an unsorted listing, because it would take present files for absent ones', async () => {
    const listed = (Key: string): object => ({ Key, Size: 1, LastModified: '2026-01-01T00:00:00Z' });
    store.aws.on('ListObjectsV2', { IsTruncated: false, Contents: [listed('www/b'), listed('www/a')] });
    await expect(syncDirectory(up(), { session: store.aws.session })).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
    });
  });
});

it('refuses a listing with keys of another prefix', async () => {
  const other = { Key: 'private/key', Size: 1, LastModified: '2026-01-01T00:00:00Z' };
  store.aws.on('ListObjectsV2', { IsTruncated: false, Contents: [other] });
  await expect(syncDirectory(up(), { session: store.aws.session })).rejects.toMatchObject({
    name: 'UnexpectedResponseError',
    message:
      'syncDirectory: listing the objects: the listing of the prefix www/ contains the key private/key, which does not begin with it. Nothing can ' +
      'be compared.',
  });
});

describe('from a bucket to a directory', () => {
  it('downloads new and changed objects, and nothing the second time', async () => {
    store.put('www/a', 'a');
    store.put('www/b', 'longer');
    store.put('www/c', 'c', later);
    store.put('www/d/e', 'e');
    await folder.write('a', 'A');
    await folder.write('b', 'b');
    await folder.write('c', 'C');
    await folder.write('other', 'o');
    const { session } = store.aws;
    expect(await syncDirectory(down(), { session })).toMatchObject({ transferredFiles: 3, unchangedFiles: 1 });
    expect(await folder.contents()).toEqual({ a: 'A', b: 'longer', c: 'c', 'd/e': 'e', other: 'o' });
    await utimes(join(folder.path, 'c'), later, new Date('2026-10-01'));
    expect(await syncDirectory(down(), { session })).toMatchObject({ transferredFiles: 0, unchangedFiles: 4 });
  });

  it('deletes local files that the bucket lacks, unless they have changed or are links', async () => {
    for (const path of ['a', 'b', 'c', 'd']) store.put(`www/${path}`, 'x');
    for (const path of ['a', 'b', 'c', 'd', 'e', 'f/g', 'f/h']) await folder.write(path, 'x');
    await symlink('a', join(folder.path, 'link'));
    const { session } = store.aws;
    const plan = await syncDirectory({ ...down(), delete: true, dryRun: true }, { session });
    await writeFile(join(folder.path, 'e'), 'changed');
    await unlink(join(folder.path, 'f/g'));
    const result = await plan.execute();
    expect(result).toMatchObject({ deletedFiles: 2, failed: [{ path: 'e', action: 'delete' }] });
    expect(Object.keys(await folder.contents())).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('downloads to a directory that does not exist', async () => {
    store.put('www/a', 'x');
    const to = join(folder.path, 'new');
    expect(await syncDirectory({ ...down(), to }, { session: store.aws.session })).toMatchObject({
      transferredFiles: 1,
    });
  });
});

describe('delete', () => {
  const deleting = (): Input => ({ ...up(), delete: true });

  it('deletes what the source lacks, after the transfers, but not what the patterns omit', async () => {
    for (const path of ['a', 'b', 'c', 'keep/x']) await folder.write(path, 'x');
    for (const path of ['b', 'c', 'old', 'keep/y', 'folder/'])
      store.put(`www/${path}`, path === 'folder/' ? '' : 'x', later);
    store.put('elsewhere', 'x');
    const result = await syncDirectory({ ...deleting(), exclude: ['keep'] }, { session: store.aws.session });
    expect(result).toMatchObject({ transferredFiles: 1, deletedFiles: 1, keptFiles: 0 });
    expect(Object.keys(store.contents())).toEqual([
      'elsewhere',
      'www/a',
      'www/b',
      'www/c',
      'www/folder/',
      'www/keep/y',
    ]);
    expect(store.aws.requests.at(-1)?.operation).toBe('DeleteObjects');
  });

  it('deletes nothing if a transfer fails, and lists what S3 does not delete', async () => {
    for (const path of ['a', 'b']) await folder.write(path, 'x');
    for (const path of ['b', 'old']) store.put(`www/${path}`, 'x', later);
    const { aws } = store;
    aws.once('PutObject', awsError('AccessDenied', 'No.', { status: 403 }));
    expect(await syncDirectory(deleting(), { session: aws.session })).toMatchObject({
      deletedFiles: 0,
      keptFiles: 1,
      failed: [{ path: 'a' }],
    });
    expect(store.sent('DeleteObjects')).toBe(0);
    aws.once('DeleteObjects', { Errors: [{ Key: 'www/old', Code: 'AccessDenied', Message: 'Access Denied' }] });
    const result = await syncDirectory(deleting(), { session: aws.session });
    expect(result).toMatchObject({ deletedFiles: 0, failed: [{ path: 'old', action: 'delete' }] });
    expect(result.failed[0]?.error.message).toBe('syncDirectory: S3 has not deleted the object www/old: Access Denied');
  });

  it('refuses more deletions than half of the destination or maxDelete, before anything is transferred', async () => {
    for (const path of ['a', 'new']) await folder.write(path, 'x');
    for (const path of ['a', 'b', 'c']) store.put(`www/${path}`, 'x', later);
    const { session } = store.aws;
    const refused = (limit: string): string =>
      `syncDirectory: 2 files of 3 in the destination would be deleted, more than ${limit}. If this is intended, pass maxDelete: 2. ` +
      'Nothing was transferred or deleted.';
    await expect(syncDirectory(deleting(), { session })).rejects.toThrow(
      refused('half of the destination, the default limit'),
    );
    await expect(syncDirectory({ ...deleting(), maxDelete: 1 }, { session })).rejects.toThrow(refused('maxDelete, 1'));
    const plan = await syncDirectory({ ...deleting(), dryRun: true }, { session });
    expect(String(plan)).toContain('\nRefused: 2 files of 3 in the destination would be deleted');
    await expect(plan.execute()).rejects.toMatchObject({ name: 'ConflictError' });
    expect(store.sent('PutObject') + store.sent('DeleteObjects')).toBe(0);
    expect(await syncDirectory({ ...deleting(), maxDelete: 2 }, { session })).toMatchObject({ deletedFiles: 2 });
  });

  it('passes further members to every request that accepts them', async () => {
    for (const path of ['a', 'b', 'c']) await folder.write(path, 'x');
    for (const path of ['a', 'b', 'old']) store.put(`www/${path}`, 'x', later);
    const aws = { RequestPayer: 'requester', GrantRead: 'id=1' };
    await syncDirectory({ ...deleting(), compare: 'checksum', aws }, { session: store.aws.session });
    const operations = new Map(store.aws.requests.map((request) => [request.operation, request.input]));
    for (const each of ['ListObjectsV2', 'HeadObject', 'PutObject', 'DeleteObjects']) {
      expect(operations.get(each), each).toMatchObject({ RequestPayer: 'requester' });
      expect('GrantRead' in operations.get(each)!).toBe(each === 'PutObject');
    }
  });

  it('requires the permission to delete only on request', () => {
    expect(JSON.stringify(policyFor(syncDirectory))).not.toContain('s3:Delete');
    expect(JSON.stringify(policyFor(syncDirectory.with('delete')))).toContain('"s3:DeleteObject"');
  });

  it('refuses an empty source, unless it is allowed', async () => {
    store.put('www/a', 'x');
    const { session } = store.aws;
    await expect(syncDirectory({ ...deleting(), maxDelete: 5 }, { session })).rejects.toThrow(
      'syncDirectory: the source contains no files, so 1 file of the destination would be deleted. If this is intended, pass ' +
        'allowEmptySource: true and maxDelete: 1. Nothing was transferred or deleted.',
    );
    const allowed = { ...deleting(), maxDelete: 1, allowEmptySource: true };
    expect(await syncDirectory(allowed, { session })).toMatchObject({ deletedFiles: 1 });
  });

  it('refuses a source that cannot be read completely, and keeps what is below a link', async () => {
    for (const path of ['a', 'b', 'c']) await folder.write(path, 'x');
    for (const path of ['a', 'b', 'c', 'link', 'link/y', 'z']) store.put(`www/${path}`, 'x', later);
    const link = join(folder.path, 'link');
    await symlink('nowhere', link);
    const { session } = store.aws;
    const followed = { ...deleting(), followSymlinks: true };
    await expect(syncDirectory(followed, { session })).rejects.toThrow(
      'syncDirectory: the source cannot be read completely (link), so 1 file of the destination may be deleted wrongly. Make it readable, or ' +
        'exclude it. Nothing was transferred or deleted.',
    );
    const result = await syncDirectory(deleting(), { session });
    expect(result.skipped).toEqual([
      { path: 'link', reason: 'symbolic-link' },
      { path: 'link/y', reason: 'source-not-read' },
    ]);
    expect(Object.keys(store.contents())).toEqual(['www/a', 'www/b', 'www/c', 'www/link', 'www/link/y']);
  });

  it('requires everything: true for a whole bucket or file system', async () => {
    const { session } = store.aws;
    const whole = [
      { ...up(), to: { bucket: 'my-site' }, delete: true },
      { ...up(), to: { bucket: 'my-site', prefix: '' }, delete: true },
      { from: place, to: '/', delete: true },
      { from: place, to: '/a/..', delete: true },
    ] as const;
    for (const each of whole) {
      await expect(syncDirectory(each, { session })).rejects.toThrow(InvalidInputError);
      await expect(syncDirectory(each, { session })).rejects.toThrow('everything: true');
    }
    expect(store.aws.requests).toEqual([]);
    await expect(syncDirectory({ ...whole[0], everything: true }, { session })).resolves.toMatchObject({
      deletedFiles: 0,
    });
  });
});

it.each([
  [{ from: 'a', to: 'b' }],
  [{ from: place, to: place }],
  [{ from: 's3://my-site/www', to: place }],
  [{ from: place, to: 'a', tags: { a: 'b' } }],
  [{ from: 'a', to: place, maxDelete: 5 }],
  [{ from: 'a', to: place, delete: true, maxDelete: -1 }],
  [{ from: 'a', to: place, compare: 'time' as 'size' }],
])('rejects %j and sends nothing', async (input) => {
  await expect(syncDirectory(input, { session: store.aws.session })).rejects.toThrow(InvalidInputError);
  expect(store.aws.requests).toEqual([]);
});
