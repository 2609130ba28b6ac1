import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ArchEvent } from '@arch/core';
import { awsError, delayed, type FakeAws, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { type AdaptiveSlots, adaptiveSlots } from './adaptive-slots.js';
import { copyLargeObject } from './objects/copies/index.js';
import { keepParts } from './transfers/__fixtures__/keep-parts.js';
import { type DirectoryProgress, uploadDirectory } from './transfers/directories/index.js';
import { downloadFile, uploadFile } from './transfers/index.js';

const slowDown = awsError('SlowDown', 'Please reduce your request rate.', { status: 503 });

/** Sends an event of an attempt to slots. */
const attempt = (slots: AdaptiveSlots, status: number | undefined, startMs: number, endMs = startMs + 10): void => {
  slots.observing({}).onEvent?.({
    type: 'attempt',
    operation: 'uploadPart',
    service: 'S3',
    awsOperation: 'UploadPart',
    attempt: 1,
    host: 's3.amazonaws.com',
    atMs: endMs,
    durationMs: endMs - startMs,
    status,
  });
};

describe('adaptive slots', () => {
  it('are halved by throttling, down to one, and grow by one after as many successes as there are slots', () => {
    const seen: number[] = [];
    const slots = adaptiveSlots(8, (total) => void seen.push(total));
    let atMs = 0;
    const next = (status: number): number => {
      attempt(slots, status, (atMs += 100));
      return slots.total();
    };
    expect([next(503), next(429), next(503), next(503)]).toEqual([4, 2, 1, 1]);
    expect(seen).toEqual([4, 2, 1]);
    expect([200, 200, 200, 200, 200, 200].map(next)).toEqual([2, 2, 3, 3, 3, 4]);
    for (let count = 0; count < 100; count++) next(206);
    expect(slots.total()).toBe(8);
  });

  it('are halved once by requests that were in progress together', () => {
    const slots = adaptiveSlots(16);
    for (let at = 0; at < 16; at++) attempt(slots, 503, 0, 100 + at);
    expect(slots.total()).toBe(8);
    attempt(slots, 503, 101, 300);
    expect(slots.total()).toBe(4);
  });

  it('count only successes after the last decrease', () => {
    const slots = adaptiveSlots(4);
    for (let at = 1; at < 4; at++) attempt(slots, 200, at * 100);
    attempt(slots, 503, 1_000);
    attempt(slots, 200, 2_000);
    expect(slots.total()).toBe(2);
    attempt(slots, 200, 3_000);
    expect(slots.total()).toBe(3);
  });

  it.each([undefined, 400, 404, 500, 307])('do not change with status %s', (status) => {
    const slots = adaptiveSlots(8);
    attempt(slots, 503, 100);
    for (let at = 2; at < 50; at++) attempt(slots, status, at * 100);
    expect(slots.total()).toBe(4);
  });

  it('pass events on to the listener of the call', () => {
    const seen: string[] = [];
    const slots = adaptiveSlots(8);
    const { onEvent } = slots.observing({ onEvent: ({ type }) => void seen.push(type) });
    onEvent?.({ type: 'call-start', operation: 'uploadPart', atMs: 0 });
    expect(seen).toEqual(['call-start']);
  });
});

const object = { bucket: 'videos', key: 'film.mp4' };
const mebibyte = 1_048_576;

/** The number of requests that begin in a period of seconds. Each takes one second. */
const startedIn = (aws: FakeAws, operation: string, [from, to]: readonly [number, number]): number =>
  aws.requests.filter((each) => each.operation === operation && each.atMs >= from * 1_000 && each.atMs < to * 1_000)
    .length;

describe('throttling', () => {
  it('halves the number of parts of an upload in progress, and publishes a warning', async () => {
    await using aws = fakeAws();
    keepParts(aws);
    aws.on('UploadPart', delayed({ ETag: '"part"' }, 1_000));
    aws.once('UploadPart', delayed(slowDown, 1_000));
    const warnings: ArchEvent[] = [];
    const onEvent = (event: ArchEvent): void => void (event.type === 'warning' && warnings.push(event));
    const upload = { ...object, body: Buffer.alloc(100 * mebibyte), partSizeBytes: 5 * mebibyte };
    await uploadFile(upload, { session: aws.session, onEvent });
    expect(startedIn(aws, 'UploadPart', [0, 1])).toBe(8);
    expect(startedIn(aws, 'UploadPart', [1, 2])).toBe(4);
    expect(startedIn(aws, 'UploadPart', [0, 60])).toBe(21);
    expect(warnings).toMatchObject([
      {
        operation: 'uploadFile',
        message:
          'S3 rejects requests because there are too many. 4 instead of 8 parts are now in progress at the same time; the number grows again ' +
          'when requests succeed.',
      },
    ]);
  });

  it('halves the number of ranges of a download in progress', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'arch-adaptive-'));
    await using aws = fakeAws({ answers: { HeadObject: { ContentLength: 20 * mebibyte } } });
    aws.on('GetObject', delayed({ Body: Buffer.alloc(mebibyte) }, 1_000));
    aws.once('GetObject', delayed(slowDown, 1_000));
    const download = { ...object, path: join(folder, 'film.mp4'), partSizeBytes: mebibyte };
    await downloadFile(download, { session: aws.session });
    await rm(folder, { recursive: true });
    expect(startedIn(aws, 'GetObject', [0, 1])).toBe(8);
    expect(startedIn(aws, 'GetObject', [1, 2])).toBe(4);
  });

  it('halves the number of parts of a copy in progress', async () => {
    const sizeBytes = 20 * 512 * mebibyte;
    await using aws = fakeAws({
      answers: {
        HeadObject: { ContentLength: sizeBytes, ETag: '"5d-9"' },
        GetObjectTagging: { TagSet: [] },
        CreateMultipartUpload: { UploadId: 'u-1' },
        CompleteMultipartUpload: { ETag: '"whole"' },
      },
    });
    aws.on('UploadPartCopy', delayed({ CopyPartResult: { ETag: '"part"' } }, 1_000));
    aws.once('UploadPartCopy', delayed(slowDown, 1_000));
    await copyLargeObject({ ...object, source: { bucket: 'originals', key: 'film.mp4' } }, { session: aws.session });
    expect(startedIn(aws, 'UploadPartCopy', [0, 1])).toBe(8);
    expect(startedIn(aws, 'UploadPartCopy', [1, 2])).toBe(4);
  });

  it('halves the number of files of a directory in progress, which grows again, and shows it in the progress', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'arch-adaptive-'));
    for (let at = 0; at < 100; at++) await writeFile(join(folder, `${at}`), 'x');
    await using aws = fakeAws();
    aws.on('PutObject', delayed({}, 1_000));
    aws.once('PutObject', delayed(slowDown, 1_000));
    const seen: number[] = [];
    const onProgress = ({ concurrency }: DirectoryProgress): void => void seen.push(concurrency);
    const upload = { directory: folder, bucket: 'my-site', concurrency: 8, onProgress };
    const { transferredFiles, failed } = await uploadDirectory(upload, { session: aws.session });
    await rm(folder, { recursive: true });
    expect([transferredFiles, failed]).toEqual([100, []]);
    expect([...new Set(seen)]).toEqual([4, 5, 6, 7, 8]);
  });
});
