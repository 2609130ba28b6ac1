import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { LocalError, NotFoundError } from '@arch/core';
import { awsError } from '@arch/core/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { memoryBucket, type MemoryBucket } from './__fixtures__/memory-bucket.js';
import { temporaryFolder, type TemporaryFolder } from './__fixtures__/temporary-folder.js';
import { downloadDirectory, type DownloadDirectoryInput } from './index.js';

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

const input = (): DownloadDirectoryInput & { dryRun?: false } => ({
  directory: folder.path,
  bucket: 'reports',
  prefix: '2026',
});

it('downloads the objects below a prefix, and no others', async () => {
  for (const key of ['2026/a.csv', '2026/x/y/b.csv', '2026/x/c.txt', '20260/d.csv', '2026']) store.put(key, key);
  const result = await downloadDirectory({ ...input(), include: ['*.csv'] }, { session: store.aws.session });
  expect(result).toMatchObject({ transferredFiles: 2, transferredBytes: 24, failed: [], skipped: [] });
  expect(await folder.contents()).toEqual({ 'a.csv': '2026/a.csv', 'x/y/b.csv': '2026/x/y/b.csv' });
});

it('creates the directory, also if there are no objects in a dry run', async () => {
  store.put('2026/a', '1');
  const directory = join(folder.path, 'new', 'one');
  const { session } = store.aws;
  const plan = await downloadDirectory({ ...input(), directory, dryRun: true }, { session });
  expect(await readdir(folder.path)).toEqual([]);
  expect(String(plan)).toContain('download  1 B  a');
  await plan.execute();
  expect(await folder.contents()).toEqual({ 'new/one/a': '1' });
});

it('writes nothing outside of the directory: keys that are no paths fail, and the others continue', async () => {
  const keys = ['2026/../outside', '2026//b', '2026/a/../../c', '2026/d/', '2026/folder/', '2026/', '2026/ok'];
  for (const key of keys) store.put(key, key.endsWith('r/') || key === '2026/' ? '' : 'x');
  const inner = join(folder.path, 'inner');
  const result = await downloadDirectory({ ...input(), directory: inner }, { session: store.aws.session });
  expect(result.transferredFiles).toBe(1);
  expect(await folder.contents()).toEqual({ 'inner/ok': 'x' });
  expect(result.failed.map(({ path }) => path)).toEqual(['../outside', '/b', 'a/../../c', 'd/']);
  expect(result.failed[0]?.error.message).toBe(
    'downloadDirectory: the key "../outside" after the prefix cannot be the path of a local file: it contains the name "..", which would lead to ' +
      'another directory. Download it with downloadFile.',
  );
  expect(result.skipped).toEqual([
    { path: '', reason: 'folder-marker' },
    { path: 'folder/', reason: 'folder-marker' },
  ]);
});

it('does not write through symbolic links, unless they are followed', async () => {
  await using outside = await temporaryFolder();
  await outside.write('file', 'before');
  await symlink(outside.path, join(folder.path, 'link'));
  await symlink(join(outside.path, 'file'), join(folder.path, 'file'));
  for (const key of ['2026/link/a', '2026/file', '2026/ok']) store.put(key, 'x');
  const { session } = store.aws;
  const result = await downloadDirectory(input(), { session });
  expect(result.failed.map(({ path }) => path).sort()).toEqual(['file', 'link/a']);
  expect(result.failed.find(({ path }) => path === 'file')?.error.message).toBe(
    `downloadDirectory: ${join(folder.path, 'file')} is a symbolic link, which is not followed. Remove it, or pass followSymlinks: true.`,
  );
  expect(await outside.contents()).toEqual({ file: 'before' });
  await downloadDirectory({ ...input(), followSymlinks: true }, { session });
  expect(await outside.contents()).toEqual({ a: 'x', file: 'x' });
});

it('names a key whose directory is a file, and the reverse', async () => {
  await mkdir(join(folder.path, 'b'));
  for (const key of ['2026/a', '2026/a/c', '2026/b', '2026/ok']) store.put(key, 'x');
  const result = await downloadDirectory({ ...input(), concurrency: 1 }, { session: store.aws.session });
  expect(result.failed.map(({ path, error }) => [path, error.name])).toEqual([
    ['a/c', 'LocalError'],
    ['b', 'InvalidInputError'],
  ]);
  expect(result.transferredFiles).toBe(2);
});

it('lists an object that is archived or vanishes, and leaves no part of it', async () => {
  for (const key of ['2026/a', '2026/b', '2026/c']) store.put(key, 'x');
  const { session } = store.aws;
  const plan = await downloadDirectory({ ...input(), dryRun: true }, { session });
  store.objects.delete('2026/b');
  store.objects.set('2026/c', { ...store.objects.get('2026/c')!, input: { StorageClass: 'GLACIER' } });
  const result = await plan.execute();
  expect(result.transferredFiles).toBe(1);
  expect(result.failed.map(({ error }) => error.name).sort()).toEqual(['ConflictError', 'NotFoundError']);
  expect(await readdir(folder.path)).toHaveLength(1);
});

it('rejects if there is no bucket, or the directory cannot be created', async () => {
  await folder.write('file', 'x');
  store.put('2026/a', 'x');
  const { aws } = store;
  const directory = join(folder.path, 'file', 'a');
  await expect(downloadDirectory({ ...input(), directory }, { session: aws.session })).rejects.toThrow(LocalError);
  aws.on('ListObjectsV2', awsError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 }));
  await expect(downloadDirectory(input(), { session: aws.session })).rejects.toThrow(NotFoundError);
});
