import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ConflictError } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { uploadFile, type UploadFileInput } from '../../index.js';
import { type LastingStore, lastingStore } from '../__fixtures__/lasting-store.js';

const mebibyte = 1_048_576;
const partSizeBytes = 5 * mebibyte;
const content = Buffer.alloc(11 * mebibyte, 'arch');
for (let at = 0; at < content.length; at += 97) content[at] = at % 251;

let folder = '';
let path = '';
let resume = '';
let store: LastingStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-resume-'));
  path = join(folder, 'film.mp4');
  resume = join(folder, 'journals');
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  store = lastingStore();
  await writeFile(path, content);
  await utimes(path, 5, 5);
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await rm(resume, { recursive: true, force: true });
});

const input = (): UploadFileInput => ({
  bucket: 'videos',
  key: 'film.mp4',
  path,
  partSizeBytes,
  concurrency: 1,
  resume,
});
const upload = (further: Partial<UploadFileInput> = {}): ReturnType<typeof uploadFile> =>
  uploadFile({ ...input(), ...further }, { session: store.aws.session });

const reason = new Error('enough');

/** Aborts an upload after its first two parts. */
const interrupt = async (further: Partial<UploadFileInput> = {}): Promise<void> => {
  const controller = new AbortController();
  const onProgress = ({ transferredBytes }: { readonly transferredBytes: number }): void => {
    if (transferredBytes >= 2 * partSizeBytes) controller.abort(reason);
  };
  const options = { session: store.aws.session, signal: controller.signal };
  await expect(uploadFile({ ...input(), onProgress, ...further }, options)).rejects.toBe(reason);
};

const journals = async (): Promise<string[]> => readdir(resume);
/** Replaces the file by another one with the same content, size and time. */
const replaceFile = async (): Promise<void> => {
  await writeFile(`${path}.new`, content);
  await utimes(`${path}.new`, 5, 5);
  await rename(`${path}.new`, path);
};
const isUploaded = (): boolean => store.objects.get('film.mp4')?.equals(content) ?? false;

describe('a resumed upload', () => {
  it('without an earlier one sends all parts and leaves no journal', async () => {
    await upload();
    expect(store.sent()).toEqual([1, 2, 3]);
    expect(isUploaded()).toBe(true);
    expect([await journals(), store.uploads.size]).toEqual([[], 0]);
  });

  it('sends only the parts that S3 lacks, and verifies the checksum of the whole object', async () => {
    await interrupt();
    expect([store.sent(), store.uploads.size]).toEqual([[1, 2], 1]);
    const seen: unknown[] = [];
    const uploaded = await upload({ onProgress: (progress) => void seen.push(progress) });
    expect(store.sent()).toEqual([3]);
    expect(uploaded).toMatchObject({ sizeBytes: content.length, bucket: 'videos', key: 'film.mp4' });
    expect(isUploaded()).toBe(true);
    expect([await journals(), store.uploads.size]).toEqual([[], 0]);
    expect(seen).toEqual([
      { transferredBytes: partSizeBytes, resumedBytes: partSizeBytes, totalBytes: content.length },
      { transferredBytes: 2 * partSizeBytes, resumedBytes: 2 * partSizeBytes, totalBytes: content.length },
      { transferredBytes: content.length, resumedBytes: 2 * partSizeBytes, totalBytes: content.length },
    ]);
    const { input: completed } = store.aws.requests.findLast(
      ({ operation }) => operation === 'CompleteMultipartUpload',
    )!;
    expect(completed['MultipartUpload']).toMatchObject({
      Parts: [1, 2, 3].map((PartNumber) => ({ PartNumber })),
    });
  });

  it('continues with the part size of the earlier call', async () => {
    await interrupt();
    store.sent();
    await upload({ partSizeBytes: 6 * mebibyte });
    expect(store.sent()).toEqual([3]);
    expect(isUploaded()).toBe(true);
  });

  it('sends a part again that S3 does not have, or has with another ETag', async () => {
    await interrupt();
    store.sent();
    const { parts } = store.uploads.get('u-1')!;
    parts.delete(1);
    parts.set(2, Buffer.alloc(partSizeBytes));
    await upload();
    expect(store.sent()).toEqual([1, 2, 3]);
    expect(isUploaded()).toBe(true);
  });

  it('sends a part again if its content has changed and size and time have not', async () => {
    await interrupt();
    store.sent();
    const changed = Buffer.from(content);
    changed[7] = 1;
    await writeFile(path, changed);
    await utimes(path, 5, 5);
    await upload();
    expect(store.sent()).toEqual([1, 3]);
    expect(store.objects.get('film.mp4')?.equals(changed)).toBe(true);
  });

  it('starts anew if the upload no longer exists', async () => {
    await interrupt();
    store.sent();
    store.uploads.clear();
    await upload();
    expect(store.sent()).toEqual([1, 2, 3]);
    expect(isUploaded()).toBe(true);
  });

  it.each<[string, () => Promise<unknown>, Partial<UploadFileInput>]>([
    ['the file has another size', () => appendFile(path, 'more'), {}],
    ['the file has another time', () => utimes(path, 1, 1), {}],
    ['the file was replaced', () => replaceFile(), {}],
    ['a setting of the object has changed', async () => undefined, { metadata: { by: 'me' } }],
  ])('aborts the earlier upload and starts anew if %s', async (_case, change, further) => {
    await interrupt();
    store.sent();
    await change();
    await upload(further);
    expect(store.sent()).toEqual([1, 2, 3]);
    expect([...store.uploads.keys()]).toEqual([]);
    expect(store.objects.get('film.mp4')?.equals(await readFile(path))).toBe(true);
    expect(await journals()).toEqual([]);
  });

  it('aborts the earlier upload if the file now fits into one part', async () => {
    await interrupt();
    await truncate(path, 5);
    await upload();
    expect(store.objects.get('film.mp4')?.toString()).toBe(content.subarray(0, 5).toString());
    expect([await journals(), store.uploads.size]).toEqual([[], 0]);
  });

  it('that was ended while S3 completed it finds the object', async () => {
    store.aws.once('CompleteMultipartUpload', ({ UploadId }: { UploadId: string }) => {
      store.uploads.delete(UploadId);
      store.objects.set('film.mp4', content);
      return fault('hang');
    });
    const { session } = store.aws;
    await expect(uploadFile(input(), { session, timeoutMs: 10_000 })).rejects.toThrow(
      'The upload u-1 of film.mp4 is kept for a call that continues it, and AWS bills its parts.',
    );
    store.sent();
    expect(await upload({ ifNoneMatch: '*' })).toMatchObject({ sizeBytes: content.length });
    expect([store.sent(), await journals()]).toEqual([[], []]);
  });

  it('starts anew if another object has the key after such an end', async () => {
    store.aws.once('CompleteMultipartUpload', ({ UploadId }: { UploadId: string }) => {
      store.uploads.delete(UploadId);
      store.objects.set('film.mp4', Buffer.alloc(content.length));
      return fault('hang');
    });
    await expect(uploadFile(input(), { session: store.aws.session, timeoutMs: 10_000 })).rejects.toThrow();
    store.sent();
    await upload();
    expect(store.sent()).toEqual([1, 2, 3]);
    expect(isUploaded()).toBe(true);
  });
});

describe('the journal of an upload', () => {
  it('that is cut sends at most the parts that it lacks again', async () => {
    await interrupt();
    const [name] = await journals();
    const journal = join(resume, name!);
    const text = await readFile(journal, 'utf8');
    const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
    const parts = new Map(store.uploads.get('u-1')!.parts);
    for (const cut of ends.flatMap((end) => [end - 40, end, end + 1])) {
      await writeFile(journal, text.slice(0, cut));
      store.uploads.clear();
      store.uploads.set('u-1', { key: 'film.mp4', parts: new Map(parts) });
      store.sent();
      await upload();
      const complete = ends.filter((end) => end <= cut).length - 1;
      expect(store.sent()).toEqual([1, 2, 3].slice(Math.max(0, complete)));
      expect(isUploaded()).toBe(true);
      expect(await journals()).toEqual([]);
      store.objects.clear();
    }
  });

  it('contains neither credentials nor the settings of the object', async () => {
    const key = createHash('sha256').update('key').digest('base64');
    await interrupt({ metadata: { owner: 'a-secret' }, aws: { SSECustomerAlgorithm: 'AES256', SSECustomerKey: key } });
    const text = await readFile(join(resume, (await journals())[0]!), 'utf8');
    for (const secret of [key, 'a-secret', 'AKID', 'secretAccessKey']) expect(text).not.toContain(secret);
    expect(text).toContain('film.mp4');
  });

  it('is in the folder for state by default', async () => {
    vi.stubEnv(process.platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_STATE_HOME', folder);
    try {
      await interrupt({ resume: true });
      expect(await readdir(join(folder, 'arch', 'uploads'))).toEqual([
        expect.stringMatching(/^[\da-f]{12}-[\da-f]{32}\.journal$/),
      ]);
      await upload({ resume: true });
      expect(await readdir(join(folder, 'arch', 'uploads'))).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('is used by one call at a time', async () => {
    const results = await Promise.allSettled([upload(), upload()]);
    const failed = results.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(failed.length).toBeGreaterThan(0);
    for (const error of failed) expect(error).toBeInstanceOf(ConflictError);
    expect((failed[0] as Error).message).toContain(`is in use by the process ${process.pid}`);
  });

  it('that another call has taken is left to it, with the upload', async () => {
    store.aws.once('UploadPart', async () => {
      for (const name of await readdir(resume)) if (name.endsWith('.lock')) await rm(join(resume, name));
      return { ETag: '"e"' };
    });
    await expect(upload()).rejects.toThrow('another call has continued the transfer');
    expect([(await journals()).length, store.uploads.size]).toEqual([1, 1]);
    await upload();
    expect([isUploaded(), await journals(), store.uploads.size]).toEqual([true, [], 0]);
  });

  it('and its upload are removed after an error that the same call would have again', async () => {
    store.aws.once('CompleteMultipartUpload', awsError('PreconditionFailed', 'At least one', { status: 412 }));
    await expect(upload({ ifNoneMatch: '*' })).rejects.toThrow(ConflictError);
    expect([await journals(), store.uploads.size]).toEqual([[], 0]);
  });

  it('is kept after a denial, so that a call with other credentials continues', async () => {
    store.aws.once('CompleteMultipartUpload', awsError('AccessDenied', 'Access Denied', { status: 403 }));
    await expect(upload()).rejects.toThrow('is kept for a call that continues it');
    store.sent();
    await upload();
    expect([store.sent(), isUploaded()]).toEqual([[], true]);
  });

  it('is removed with its upload after seven days, by the next upload to the same bucket', async () => {
    await interrupt();
    await interrupt({ key: 'new.mp4' });
    await interrupt({ bucket: 'others', key: 'other.mp4' });
    const old = new Date(Date.now() - 8 * 86_400_000);
    const texts = new Map<string, string>();
    for (const name of await journals()) texts.set(await readFile(join(resume, name), 'utf8'), name);
    const nameOf = (key: string): string => [...texts].find(([text]) => text.includes(`"${key}"`))![1];
    for (const key of ['film.mp4', 'other.mp4']) await utimes(join(resume, nameOf(key)), old, old);
    await upload({ key: 'third.mp4' });
    expect(new Set(await journals())).toEqual(new Set([nameOf('new.mp4'), nameOf('other.mp4')]));
    expect([...store.uploads.values()].map(({ key }) => key)).toEqual(['new.mp4', 'other.mp4']);
  });
});

it('rejects resume for a stream', async () => {
  await expect(upload({ path: undefined, body: content })).rejects.toThrow('resume only with path');
});
