import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { type LastingStore, lastingStore } from '../journals/__fixtures__/lasting-store.js';
import { type TemporaryFolder, temporaryFolder } from './__fixtures__/temporary-folder.js';
import { type DirectoryProgress, downloadDirectory, syncDirectory, uploadDirectory } from './index.js';

const partSizeBytes = 5_242_880;
const large = 'arch'.repeat((2 * partSizeBytes + 400) / 4);

let store: LastingStore;
let folder: TemporaryFolder;
let journals: TemporaryFolder;
beforeEach(async () => {
  [store, folder, journals] = [lastingStore(), await temporaryFolder(), await temporaryFolder()];
});
afterEach(async () => {
  for (const each of [store, folder, journals]) await each[Symbol.asyncDispose]();
});

const reason = new Error('enough');

/** Aborts a transfer after its first large part. */
const interrupted = async (
  run: (options: object, onProgress: (progress: DirectoryProgress) => void) => Promise<unknown>,
) => {
  const controller = new AbortController();
  const onProgress = ({ transferredBytes }: DirectoryProgress): void => {
    if (transferredBytes >= partSizeBytes) controller.abort(reason);
  };
  await expect(run({ session: store.aws.session, signal: controller.signal }, onProgress)).rejects.toBe(reason);
  store.sent();
};

it.each(['uploadDirectory', 'syncDirectory'])('%s continues within a large file', async (name) => {
  await folder.write('film.mp4', large);
  store.aws.on('ListObjectsV2', { IsTruncated: false, Contents: [] });
  const settings = { partSizeBytes, concurrency: 1, resume: journals.path };
  const upload = (options: object, onProgress?: (progress: DirectoryProgress) => void): Promise<unknown> =>
    name === 'uploadDirectory'
      ? uploadDirectory({ directory: folder.path, bucket: 'videos', ...settings, onProgress }, options)
      : syncDirectory({ from: folder.path, to: { bucket: 'videos' }, ...settings, onProgress }, options);
  await interrupted(upload);
  expect([store.uploads.size, (await readdir(journals.path)).length]).toEqual([1, 1]);
  // A small file needs no journal.
  await folder.write('a.txt', 'small');
  const seen: DirectoryProgress[] = [];
  await upload({ session: store.aws.session }, (progress) => void seen.push(progress));
  expect(store.sent()).toEqual([2, 3]);
  expect(store.objects.get('film.mp4')?.toString()).toBe(large);
  expect([store.uploads.size, await readdir(journals.path)]).toEqual([0, []]);
  expect(seen.at(-1)).toMatchObject({ transferredBytes: large.length + 5, resumedBytes: partSizeBytes });
});

it.each(['downloadDirectory', 'syncDirectory'])('%s continues within a large object', async (name) => {
  store.objects.set('film.mp4', Buffer.from(large));
  const object = { Key: 'film.mp4', Size: large.length, LastModified: '2026-06-01T00:00:00Z', ETag: '"e"' };
  store.aws.on('ListObjectsV2', { IsTruncated: false, Contents: [object] });
  const settings = { partSizeBytes, concurrency: 1, resume: true };
  const download = (options: object, onProgress?: (progress: DirectoryProgress) => void): Promise<unknown> =>
    name === 'downloadDirectory'
      ? downloadDirectory({ bucket: 'videos', directory: folder.path, ...settings, onProgress }, options)
      : syncDirectory(
          { from: { bucket: 'videos' }, to: folder.path, delete: true, maxDelete: 9, ...settings, onProgress },
          options,
        );
  // The first range is in the journal when the second one begins.
  const controller = new AbortController();
  const onProgress = ({ transferredBytes }: DirectoryProgress): void => {
    if (transferredBytes > partSizeBytes) controller.abort(reason);
  };
  await expect(download({ session: store.aws.session, signal: controller.signal }, onProgress)).rejects.toBe(reason);
  store.sent();
  expect(await readdir(folder.path)).toHaveLength(2);
  await download({ session: store.aws.session });
  expect(store.sent()).toEqual([partSizeBytes, 2 * partSizeBytes]);
  expect(await folder.contents()).toEqual({ 'film.mp4': large });
});

it('syncDirectory neither uploads nor deletes the files of a resumable download', async () => {
  const names = ['film.mp4.resume-5d7e01bc.part', 'film.mp4.resume-5d7e01bc.journal'];
  for (const name of [...names, 'a.txt']) await folder.write(name, 'x');
  store.aws.on('ListObjectsV2', { IsTruncated: false, Contents: [] });
  const { skipped, transferredFiles } = await syncDirectory(
    { from: folder.path, to: { bucket: 'videos' } },
    { session: store.aws.session },
  );
  expect(transferredFiles).toBe(1);
  expect(new Set(skipped.map(({ path }) => join(path)))).toEqual(new Set(names));
});

it('rejects a folder for journals of downloads', async () => {
  const sync = { from: { bucket: 'videos' }, to: folder.path, resume: journals.path };
  await expect(syncDirectory(sync, { session: store.aws.session })).rejects.toThrow('only for a local source');
});
