import { symlink, unlink } from 'node:fs/promises';
import { join } from 'node:path';

import { AccessDeniedError, InvalidInputError, LocalError, NotFoundError } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { memoryBucket, type MemoryBucket } from './__fixtures__/memory-bucket.js';
import { temporaryFolder, type TemporaryFolder } from './__fixtures__/temporary-folder.js';
import { type DirectoryProgress, uploadDirectory, type UploadDirectoryInput } from './index.js';

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

const input = (): UploadDirectoryInput & { dryRun?: false } => ({
  directory: folder.path,
  bucket: 'my-site',
  prefix: 'docs',
});

it('uploads all files with their content types, under the prefix', async () => {
  await folder.write('index.html', '<p>');
  await folder.write('a/b.css', 'p{}');
  await folder.write('a.unknown', '');
  const { aws } = store;
  const result = await uploadDirectory({ ...input(), cacheControl: 'no-cache' }, { session: aws.session });
  expect(result).toEqual({
    transferredFiles: 3,
    transferredBytes: 6,
    unchangedFiles: 0,
    deletedFiles: 0,
    keptFiles: 0,
    failed: [],
    skipped: [],
  });
  expect(store.contents()).toEqual({ 'docs/a.unknown': '', 'docs/a/b.css': 'p{}', 'docs/index.html': '<p>' });
  const settings = Object.keys(store.contents()).map((key) => {
    const sent = store.objects.get(key)!.input;
    return [key, sent['ContentType'], sent['CacheControl']];
  });
  expect(settings).toEqual([
    ['docs/a.unknown', 'application/octet-stream', 'no-cache'],
    ['docs/a/b.css', 'text/css', 'no-cache'],
    ['docs/index.html', 'text/html', 'no-cache'],
  ]);
  expect(store.sent('ListObjectsV2')).toBe(0);
});

it('uploads the files that the patterns select', async () => {
  for (const path of ['a.js', 'a.js.map', 'x/b.js', 'node_modules/c.js']) await folder.write(path, '1');
  const selected = { ...input(), prefix: '', include: ['*.js'], exclude: ['node_modules'] };
  await uploadDirectory(selected, { session: store.aws.session });
  expect(Object.keys(store.contents())).toEqual(['a.js', 'x/b.js']);
});

it('lists a file that fails, and continues', async () => {
  await folder.write('a', '1');
  await folder.write('b', '2');
  await folder.write(
    `c/${'é'.repeat(100)}/${'é'.repeat(100)}/${'é'.repeat(100)}/${'é'.repeat(100)}/${'é'.repeat(120)}`,
    '3',
  );
  await symlink('a', join(folder.path, 'link'));
  store.aws.on('PutObject', (sent: { Key: string }) =>
    sent.Key === 'docs/b' ? awsError('AccessDenied', 'No.', { status: 403 }) : { ETag: '"1"' },
  );
  const result = await uploadDirectory(input(), { session: store.aws.session });
  expect(result).toMatchObject({ transferredFiles: 1, skipped: [{ path: 'link', reason: 'symbolic-link' }] });
  const failed = result.failed.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  expect(failed.map(({ path, action }) => [path.slice(0, 2), action])).toEqual([
    ['b', 'upload'],
    ['c/', 'upload'],
  ]);
  expect(failed[0]?.error).toBeInstanceOf(AccessDeniedError);
  expect(failed[1]?.error.message).toContain('a key of 1 to 1,024 bytes in UTF-8');
});

it('names a file that vanishes or grows after it was found', async () => {
  for (const path of ['a', 'b', 'c']) await folder.write(path, 'hello');
  const { session } = store.aws;
  const plan = await uploadDirectory({ ...input(), dryRun: true }, { session });
  await unlink(join(folder.path, 'a'));
  await folder.write('b', 'hello, world');
  const result = await plan.execute();
  expect(result).toMatchObject({ transferredFiles: 2, transferredBytes: 17 });
  expect(result.failed).toMatchObject([{ path: 'a', action: 'upload', error: { name: 'LocalError', code: 'ENOENT' } }]);
  expect(result.failed[0]?.error.message).toBe(
    `uploadDirectory: uploading the file: cannot read ${join(folder.path, 'a')}: no such file or directory (ENOENT).`,
  );
});

it('rejects if no file succeeds, and stops after an error that concerns all', async () => {
  for (let at = 0; at < 60; at++) await folder.write(`${at}`, 'x');
  const { aws } = store;
  aws.on('PutObject', awsError('AccessDenied', 'No.', { status: 403 }));
  await expect(uploadDirectory(input(), { session: aws.session })).rejects.toThrow(AccessDeniedError);
  expect(store.sent('PutObject')).toBeLessThan(50);
  const before = store.sent('PutObject');
  aws.on('PutObject', awsError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 }));
  await expect(uploadDirectory(input(), { session: aws.session })).rejects.toThrow(NotFoundError);
  expect(store.sent('PutObject') - before).toBeLessThan(20);
});

it('continues after many failures of single files', async () => {
  for (let at = 10; at < 60; at++) await folder.write(`${at}`, 'x');
  const { session } = store.aws;
  const plan = await uploadDirectory({ ...input(), dryRun: true }, { session });
  for (let at = 10; at < 59; at++) await unlink(join(folder.path, `${at}`));
  const result = await plan.execute();
  expect(result).toMatchObject({ transferredFiles: 1 });
  expect(result.failed).toHaveLength(49);
});

it('rejects if the directory cannot be read, and sends nothing', async () => {
  const directory = join(folder.path, 'none');
  const { session } = store.aws;
  await expect(uploadDirectory({ ...input(), directory }, { session })).rejects.toThrow(LocalError);
  await expect(uploadDirectory({ ...input(), directory }, { session })).rejects.toThrow(
    `uploadDirectory: cannot read ${directory}: no such file or directory (ENOENT).`,
  );
  await expect(uploadDirectory({ ...input(), directory: 's3://a/b' }, { session })).rejects.toThrow(InvalidInputError);
  await expect(uploadDirectory({ ...input(), exclude: ['!a'] }, { session })).rejects.toThrow(InvalidInputError);
  expect(store.aws.requests).toEqual([]);
});

it('resolves for a directory without files', async () => {
  expect(await uploadDirectory(input(), { session: store.aws.session })).toMatchObject({
    transferredFiles: 0,
    failed: [],
  });
});

it('reports the progress of bytes and files', async () => {
  for (let at = 0; at < 5; at++) await folder.write(`${at}`, 'x'.repeat(10));
  const seen: DirectoryProgress[] = [];
  const onProgress = (progress: DirectoryProgress): void => void seen.push(progress);
  await uploadDirectory({ ...input(), onProgress }, { session: store.aws.session });
  expect(seen.at(-1)).toMatchObject({ transferredBytes: 50, transferredFiles: 5, totalBytes: 50, totalFiles: 5 });
});

it('leaves no upload open after an abort, and starts no further file', async () => {
  for (const path of ['a', 'b', 'c']) await folder.write(path, 'x'.repeat(12 * 1_048_576));
  const { aws } = store;
  const open = new Set<string>();
  aws.on('CreateMultipartUpload', ({ Key }: { Key: string }) => {
    open.add(Key);
    return { UploadId: `id of ${Key}` };
  });
  aws.on('AbortMultipartUpload', ({ Key }: { Key: string }) => {
    open.delete(Key);
    return {};
  });
  const controller = new AbortController();
  const reason = new Error('enough');
  aws.on('UploadPart', () => {
    controller.abort(reason);
    return fault('hang');
  });
  const upload = { ...input(), partSizeBytes: 5_242_880, concurrency: 4 };
  await expect(uploadDirectory(upload, { session: aws.session, signal: controller.signal })).rejects.toBe(reason);
  expect(store.sent('CreateMultipartUpload')).toBe(1);
  expect(store.sent('AbortMultipartUpload')).toBe(1);
  expect([...open]).toEqual([]);
});

it('returns a plan that prints, sends nothing, and can be executed', async () => {
  await folder.write('a/b.txt', 'hello');
  await folder.write('big\u001B[31m', 'x'.repeat(12_345));
  await symlink('a', join(folder.path, 'link'));
  const plan = await uploadDirectory({ ...input(), dryRun: true }, { session: store.aws.session });
  expect(store.aws.requests).toEqual([]);
  expect(plan.actions).toMatchObject([
    { action: 'upload', path: 'a/b.txt', sizeBytes: 5, reason: 'not-compared' },
    { action: 'upload', path: 'big\u001B[31m', sizeBytes: 12_345 },
  ]);
  expect(String(plan)).toBe(
    [
      `${folder.path} → s3://my-site/docs/`,
      'upload      5 B  a/b.txt',
      'upload    12 kB  big\uFFFD[31m',
      'skip             link  (symbolic link)',
      '2 to upload (12 kB), 0 unchanged',
    ].join('\n'),
  );
  expect(await plan.execute()).toMatchObject({ transferredFiles: 2, skipped: [{ path: 'link' }] });
  expect(Object.keys(store.contents())).toHaveLength(2);
});
