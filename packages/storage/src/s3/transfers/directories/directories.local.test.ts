import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createBucket, deleteBucket } from '../../buckets/index.js';
import { listMultipartUploads } from '../../multipart-uploads/index.js';
import { headObject, listObjects, putObject } from '../../objects/index.js';
import { type DirectoryProgress, downloadDirectory, syncDirectory, syncPrefix, uploadDirectory } from './index.js';

const large = randomBytes(12 * 1_048_576);
const past = new Date('2026-01-01');

let bucket = '';
let folder = '';
const write = async (path: string, content: string | Buffer): Promise<void> => {
  const full = join(folder, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, content);
  await utimes(full, past, past);
};
const keysOf = async (prefix: string): Promise<readonly string[]> =>
  (await listObjects({ bucket, prefix }).toArray()).map(({ key }) => key.slice(prefix.length));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-directories-'));
  ({ bucket } = await createBucket('local-directories'));
  await write('source/a.txt', 'a');
  await write('source/a/b é 😀+&.html', '<p>');
  await write('source/large.bin', large);
  await write('source/z', '');
});
afterAll(async () => {
  await deleteBucket({ bucket, empty: true });
  await rm(folder, { recursive: true });
});

it('uploads a directory and downloads it again', async () => {
  const seen: DirectoryProgress[] = [];
  const onProgress = (progress: DirectoryProgress): void => void seen.push(progress);
  const source = join(folder, 'source');
  const uploaded = await uploadDirectory({
    directory: source,
    bucket,
    prefix: 'up',
    partSizeBytes: 5_242_880,
    onProgress,
  });
  expect(uploaded).toMatchObject({ transferredFiles: 4, transferredBytes: large.length + 4, failed: [], skipped: [] });
  expect(seen.at(-1)).toMatchObject({ totalFiles: 4, transferredFiles: 4, totalBytes: large.length + 4 });
  expect(await keysOf('up/')).toEqual(['a.txt', 'a/b é 😀+&.html', 'large.bin', 'z']);
  expect(await headObject({ bucket, key: 'up/a/b é 😀+&.html' })).toMatchObject({ contentType: 'text/html' });
  const directory = join(folder, 'down');
  expect(await downloadDirectory({ bucket, prefix: 'up', directory })).toMatchObject({
    transferredFiles: 4,
    failed: [],
  });
  expect((await readFile(join(directory, 'large.bin'))).equals(large)).toBe(true);
  expect((await readdir(directory, { recursive: true })).sort()).toEqual(
    (await readdir(source, { recursive: true })).sort(),
  );
});

it('makes a bucket equal to a directory, and a directory equal to a bucket', async () => {
  const from = join(folder, 'source');
  const to = { bucket, prefix: 'sync' };
  for (let at = 0; at < 3; at++) await putObject({ bucket, key: `sync/old/${at}`, body: 'x' });
  await putObject({ bucket, key: 'sync/folder/', body: '' });
  expect(await syncDirectory({ from, to })).toMatchObject({ transferredFiles: 4, unchangedFiles: 0 });
  expect(await syncDirectory({ from, to, compare: 'checksum', exclude: ['large.bin'] })).toMatchObject({
    unchangedFiles: 3,
  });
  const plan = await syncDirectory({ from, to, delete: true, dryRun: true });
  expect(plan.actions.map(({ action, path }) => `${action} ${path}`)).toEqual([
    'delete old/0',
    'delete old/1',
    'delete old/2',
  ]);
  expect(await plan.execute()).toMatchObject({ transferredFiles: 0, unchangedFiles: 4, deletedFiles: 3 });
  expect(await keysOf('sync/')).toEqual(['a.txt', 'a/b é 😀+&.html', 'folder/', 'large.bin', 'z']);

  const back = join(folder, 'back');
  expect(await syncDirectory({ from: to, to: back })).toMatchObject({
    transferredFiles: 4,
    skipped: [{ path: 'folder/', reason: 'folder-marker' }],
  });
  await unlink(join(back, 'a.txt'));
  await write('back/extra', 'x');
  const future = new Date(Date.now() + 60_000);
  for (const path of ['z', 'large.bin', 'a/b é 😀+&.html']) await utimes(join(back, path), future, future);
  const again = await syncDirectory({ from: to, to: back, delete: true });
  expect(again).toMatchObject({ transferredFiles: 1, unchangedFiles: 3, deletedFiles: 1 });
});

it('preserves times and modes, and compares by the stored times', async () => {
  await write('dated/a.sh', 'x');
  await chmod(join(folder, 'dated/a.sh'), 0o750);
  const settings = { preserve: ['times', 'mode'] } as const;
  const to = { bucket, prefix: 'dated' };
  await syncDirectory({ from: join(folder, 'dated'), to, ...settings });
  expect((await headObject({ bucket, key: 'dated/a.sh' })).metadata).toEqual({ mtime: '1767225600', mode: '33256' });
  const copy = join(folder, 'dated-copy');
  await syncDirectory({ from: to, to: copy, ...settings });
  const { mtimeMs, mode } = await stat(join(copy, 'a.sh'));
  expect([mtimeMs, mode & 0o777]).toEqual([past.getTime(), 0o750]);
  expect(await syncDirectory({ from: to, to: copy, ...settings })).toMatchObject({ unchangedFiles: 1 });
});

it('makes a prefix equal to another one, within S3', async () => {
  const metadata = { team: 'web' };
  for (const path of ['a.txt', 'é 😀+&/b', 'c']) {
    await putObject({ bucket, key: `one/${path}`, body: path, contentType: 'text/x-test', metadata, tags: { a: 'b' } });
  }
  for (const path of ['c', 'old']) await putObject({ bucket, key: `two/${path}`, body: `other ${path}` });
  const sync = { from: { bucket, prefix: 'one' }, to: { bucket, prefix: 'two' }, delete: true } as const;
  const plan = await syncPrefix({ ...sync, dryRun: true });
  expect(plan.actions.map(({ action, path, reason }) => `${action} ${path} ${reason}`)).toEqual([
    'copy a.txt new',
    'copy c size',
    'delete old not-in-source',
    'copy é 😀+&/b new',
  ]);
  expect(await plan.execute()).toMatchObject({ transferredFiles: 3, deletedFiles: 1, failed: [] });
  expect(await keysOf('two/')).toEqual(['a.txt', 'c', 'é 😀+&/b']);
  expect(await headObject({ bucket, key: 'two/é 😀+&/b' })).toMatchObject({ contentType: 'text/x-test', metadata });
  expect(await syncPrefix({ ...sync, compare: 'checksum' })).toMatchObject({ transferredFiles: 0, unchangedFiles: 3 });
});

it('leaves no upload open after an abort, and transfers the rest in a second run', async () => {
  for (let at = 0; at < 4; at++) await write(`many/${at}`, large.subarray(at));
  const controller = new AbortController();
  const reason = new Error('enough');
  const sync = { from: join(folder, 'many'), to: { bucket, prefix: 'many' }, partSizeBytes: 5_242_880, concurrency: 4 };
  const onProgress = ({ transferredFiles }: DirectoryProgress): void => {
    if (transferredFiles === 1) controller.abort(reason);
  };
  await expect(syncDirectory({ ...sync, onProgress }, { signal: controller.signal })).rejects.toBe(reason);
  expect(await listMultipartUploads({ bucket }).toArray()).toEqual([]);
  const done = (await keysOf('many/')).length;
  expect(done).toBeLessThan(4);
  expect(await syncDirectory(sync)).toMatchObject({ transferredFiles: 4 - done, unchangedFiles: done });
});
