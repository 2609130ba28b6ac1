import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp, open, readdir, readFile, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ConflictError, NotFoundError } from '@arch/core';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { downloadFile, type DownloadFileInput } from '../../index.js';
import { openResumableFile } from './resumable-file.js';
import { type LastingStore, lastingStore } from '../__fixtures__/lasting-store.js';

const mebibyte = 1_048_576;
const content = Buffer.alloc(4 * mebibyte + 5, 'arch');
for (let at = 0; at < content.length; at += 97) content[at] = at % 251;
const all = [0, 1, 2, 3, 4].map((part) => part * mebibyte);

let folder = '';
let path = '';
let store: LastingStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-resume-'));
  path = join(folder, 'film.mp4');
  store = lastingStore();
  store.objects.set('film.mp4', content);
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const input = (): DownloadFileInput => ({
  bucket: 'videos',
  key: 'film.mp4',
  path,
  partSizeBytes: mebibyte,
  concurrency: 1,
  resume: true,
});
const download = (further: Partial<DownloadFileInput> = {}): ReturnType<typeof downloadFile> =>
  downloadFile({ ...input(), ...further }, { session: store.aws.session });

const reason = new Error('enough');

/** Aborts a download while it fetches its third range. */
const interrupt = async (): Promise<void> => {
  const controller = new AbortController();
  const onProgress = ({ transferredBytes }: { readonly transferredBytes: number }): void => {
    if (transferredBytes >= 3 * mebibyte) controller.abort(reason);
  };
  const options = { session: store.aws.session, signal: controller.signal };
  await expect(downloadFile({ ...input(), onProgress }, options)).rejects.toBe(reason);
  store.sent();
};

const names = async (): Promise<string[]> => (await readdir(folder)).sort();
const partial = async (end: '.part' | '.journal'): Promise<string> =>
  join(
    folder,
    (await names()).find((name) => name.endsWith(end))!,
  );
const isComplete = async (): Promise<boolean> => (await readFile(path)).equals(content);

describe('a resumed download', () => {
  it('without an earlier one fetches all ranges and leaves only the file', async () => {
    expect(await download()).toMatchObject({ verifiedBy: 'CRC32', sizeBytes: content.length });
    expect([store.sent(), await names(), await isComplete()]).toEqual([all, ['film.mp4'], true]);
  });

  it('fetches only the ranges that are not in the journal, and verifies the checksum of the whole object', async () => {
    await writeFile(path, 'before');
    await interrupt();
    expect(await readFile(path, 'utf8')).toBe('before');
    expect(await names()).toEqual([
      'film.mp4',
      expect.stringMatching(/^film\.mp4\.resume-[\da-f]{8}\.journal$/),
      expect.stringMatching(/^film\.mp4\.resume-[\da-f]{8}\.part$/),
    ]);
    const seen: unknown[] = [];
    const downloaded = await download({ onProgress: (progress) => void seen.push(progress) });
    expect(downloaded).toMatchObject({ verifiedBy: 'CRC32' });
    expect([store.sent(), await names(), await isComplete()]).toEqual([all.slice(2), ['film.mp4'], true]);
    const totalBytes = content.length;
    expect(seen.slice(0, 2)).toEqual([
      { transferredBytes: mebibyte, resumedBytes: mebibyte, totalBytes },
      { transferredBytes: 2 * mebibyte, resumedBytes: 2 * mebibyte, totalBytes },
    ]);
    expect(seen.at(-1)).toEqual({ transferredBytes: totalBytes, resumedBytes: 2 * mebibyte, totalBytes });
  });

  it('continues with the part size of the earlier call', async () => {
    await interrupt();
    await download({ partSizeBytes: 3 * mebibyte });
    expect([store.sent(), await isComplete()]).toEqual([all.slice(2), true]);
  });

  it('fetches a range again whose bytes are not on the disk', async () => {
    await interrupt();
    const file = await open(await partial('.part'), 'r+');
    await file.write('x', 9);
    await file.close();
    await download();
    expect([store.sent(), await isComplete()]).toEqual([[0, ...all.slice(2)], true]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the partial file is shorter', async () => truncate(await partial('.part'), 5)],
    ['the partial file is missing', async () => rm(await partial('.part'))],
    ['the journal is missing', async () => rm(await partial('.journal'))],
    ['the journal is empty', async () => truncate(await partial('.journal'))],
  ])('fetches all ranges if %s', async (_case, change) => {
    await interrupt();
    await change();
    await download();
    expect([store.sent(), await names(), await isComplete()]).toEqual([all, ['film.mp4'], true]);
  });

  it('starts anew if the object has changed', async () => {
    await interrupt();
    const other = Buffer.alloc(content.length, 'other');
    store.objects.set('film.mp4', other);
    await download();
    expect([store.sent(), (await readFile(path)).equals(other)]).toEqual([all, true]);
  });

  it('starts anew for another key with the same path', async () => {
    await interrupt();
    store.objects.set('copy.mp4', content);
    await download({ key: 'copy.mp4' });
    expect([store.sent(), await isComplete()]).toEqual([all, true]);
  });

  it('never resumes an object without an ETag', async () => {
    store.aws.on('HeadObject', { ContentLength: content.length });
    const controller = new AbortController();
    const onProgress = (): void => controller.abort(reason);
    const options = { session: store.aws.session, signal: controller.signal };
    await expect(downloadFile({ ...input(), onProgress }, options)).rejects.toBe(reason);
    expect(await names()).toEqual([]);
    await download();
    expect(await names()).toEqual(['film.mp4']);
  });

  it('removes content that does not match the checksum of the object', async () => {
    await interrupt();
    const body = Buffer.alloc(content.length);
    store.aws.on('GetObject', ({ Range }: { Range: string }) => {
      const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(Range)!;
      return { Body: body.subarray(Number(start), Number(end) + 1) };
    });
    await expect(download()).rejects.toThrow('the received content of film.mp4 is damaged');
    expect(await names()).toEqual([]);
  });

  it('leaves nothing for an unknown object', async () => {
    await expect(download({ key: 'none' })).rejects.toThrow(NotFoundError);
    expect(await names()).toEqual([]);
  });

  it('names the kept file in the error of a failure', async () => {
    store.aws.on('GetObject', { Body: Buffer.alloc(2 * mebibyte) });
    await expect(download()).rejects.toThrow(/The file .*\.part is kept for a call that continues the download\./);
  });

  it('leaves the file to a call that has taken the journal', async () => {
    await interrupt();
    const onProgress = (): void => {
      for (const name of readdirSync(folder)) if (name.endsWith('.lock')) rmSync(join(folder, name));
    };
    await expect(download({ onProgress })).rejects.toThrow('another call has continued the transfer');
    expect((await names()).map((name) => name.replace(/^.*\./, '.'))).toEqual(['.journal', '.part']);
    await download();
    expect([await names(), await isComplete()]).toEqual([['film.mp4'], true]);
  });

  it('does not remove the file of a call that has taken the journal', async () => {
    await interrupt();
    const file = await openResumableFile(path);
    for (const name of await names()) if (name.endsWith('.lock')) await rm(join(folder, name));
    await file.discard();
    await file.leave();
    expect(await names()).toHaveLength(2);
  });

  it('is used by one call at a time', async () => {
    await interrupt();
    const results = await Promise.allSettled([download(), download()]);
    const failed = results.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(failed.length).toBeGreaterThan(0);
    for (const error of failed) expect(error).toBeInstanceOf(ConflictError);
    await download();
    expect([await names(), await isComplete()]).toEqual([['film.mp4'], true]);
  });
});

describe('the journal of a download', () => {
  it('that is cut leads to the right file', async () => {
    await interrupt();
    const [part, journal] = [await partial('.part'), await partial('.journal')];
    const [bytes, text] = [await readFile(part), await readFile(journal, 'utf8')];
    const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
    for (const cut of [0, ...ends.flatMap((end) => [end - 20, end, end + 1])]) {
      await Promise.all([writeFile(part, bytes), writeFile(journal, text.slice(0, cut))]);
      await download();
      const complete = ends.filter((end) => end <= cut).length - 1;
      expect(store.sent()).toEqual(all.slice(Math.max(0, complete)));
      expect([await names(), await isComplete()]).toEqual([['film.mp4'], true]);
    }
  });

  it('and its partial file are removed after seven days, by the next download to the folder', async () => {
    await interrupt();
    const left = await names();
    await download({ path: join(folder, 'other.mp4'), resume: false });
    expect(await names()).toEqual([...left, 'other.mp4']);
    const old = new Date(Date.now() - 8 * 86_400_000);
    for (const name of left) await utimes(join(folder, name), old, old);
    // A folder is searched once per minute.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    onTestFinished(() => void vi.useRealTimers());
    await download({ path: join(folder, 'other.mp4'), resume: false });
    expect(await names()).toEqual(['other.mp4']);
  });

  it('is continued after more than seven days if nothing has removed it', async () => {
    await interrupt();
    const old = new Date(Date.now() - 8 * 86_400_000);
    for (const name of await names()) await utimes(join(folder, name), old, old);
    await download();
    expect([store.sent(), await isComplete()]).toEqual([all.slice(2), true]);
  });
});

describe.runIf(process.platform !== 'win32')('a partial file', () => {
  it('that is a link is replaced, so that the content is not written elsewhere', async () => {
    await interrupt();
    const part = await partial('.part');
    await rm(part);
    const victim = join(folder, 'victim');
    await writeFile(victim, 'mine');
    await symlink(victim, part);
    await download();
    expect([await readFile(victim, 'utf8'), await isComplete()]).toEqual(['mine', true]);
  });

  it('gets the permissions of the file that it replaces', async () => {
    await writeFile(path, 'before', { mode: 0o640 });
    await interrupt();
    expect((await stat(await partial('.part'))).mode & 0o777).toBe(0o640);
    await download();
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });
});
