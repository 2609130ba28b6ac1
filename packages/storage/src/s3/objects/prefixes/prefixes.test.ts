import { AccessDeniedError, ConnectionError, InvalidInputError, NotFoundError, ServiceError } from '@arch/core';
import { awsError, type FakeAws, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { copyPrefix, deletePrefix, movePrefix, type PrefixObject, type PrefixProgress } from './index.js';

const written = '2026-11-01T10:00:00Z';
const objectOf = (key: string, Size = 5): object => ({ Key: key, Size, ETag: '"5d"', LastModified: written });
const source = { bucket: 'reports', prefix: 'new/' };
const copying = { bucket: 'archive', prefix: 'done/', source };
const listed = { Contents: [objectOf('new/a.csv'), objectOf('new/ü b.csv', 7)], IsTruncated: false };
const denial = awsError('AccessDenied', 'Access Denied', { status: 403 });
const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);

interface Copying {
  readonly Key?: string;
  readonly CopySource?: string;
}

const answers = {
  ListObjectsV2: listed,
  CopyObject: { CopyObjectResult: { ETag: '"5d"' } },
  HeadObject: { ContentLength: 5, ETag: '"5d"', LastModified: written },
  DeleteObject: {},
  DeleteObjects: {},
};

describe('copyPrefix', () => {
  it('copies each object to the new prefix, and reports each result and the progress', async () => {
    await using aws = fakeAws({ answers });
    const [seen, progress]: [PrefixObject[], PrefixProgress[]] = [[], []];
    const onObject = (each: PrefixObject): void => void seen.push(each);
    const onProgress = (each: PrefixProgress): void => void progress.push(each);
    const input = { ...copying, storageClass: 'GLACIER_IR', onObject, onProgress } as const;
    expect(await copyPrefix(input, { session: aws.session })).toEqual({ objectCount: 2, sizeBytes: 12, failed: [] });
    const copies = aws.requests.filter(({ operation }) => operation === 'CopyObject');
    expect(copies.map(({ input: { Key, CopySource } }) => [Key, CopySource])).toEqual([
      ['done/a.csv', 'reports/new/a.csv'],
      ['done/ü b.csv', 'reports/new/%C3%BC%20b.csv'],
    ]);
    for (const { headers } of copies)
      expect(headers).toMatchObject({ 'x-amz-copy-source-if-match': '"5d"', 'x-amz-storage-class': 'GLACIER_IR' });
    expect(seen.map(({ key, newKey }) => [key, newKey])).toEqual([
      ['new/a.csv', 'done/a.csv'],
      ['new/ü b.csv', 'done/ü b.csv'],
    ]);
    expect(progress.at(-1)).toEqual({ objectCount: 2, sizeBytes: 12, failedCount: 0 });
  });

  it('copies objects of more than 5 GiB in parts', async () => {
    const size = 5_368_709_121;
    await using aws = fakeAws({
      answers: {
        ListObjectsV2: { Contents: [objectOf('new/film.mov', size)], IsTruncated: false },
        HeadObject: { ContentLength: size, ETag: '"5d-9"' },
        GetObjectTagging: { TagSet: [] },
        CreateMultipartUpload: { UploadId: 'u-1' },
        UploadPartCopy: { CopyPartResult: { ETag: '"part"' } },
        CompleteMultipartUpload: { ETag: '"whole"' },
      },
    });
    expect(await copyPrefix(copying, { session: aws.session })).toMatchObject({ objectCount: 1, sizeBytes: size });
    expect(operations(aws)).toContain('CompleteMultipartUpload');
  });

  it('lists objects that fail, and copies the others', async () => {
    await using aws = fakeAws({
      answers: { ...answers, CopyObject: ({ Key }: Copying) => (Key === 'done/a.csv' ? denial : answers.CopyObject) },
    });
    const { objectCount, failed } = await copyPrefix(copying, { session: aws.session });
    expect(objectCount).toBe(1);
    expect(failed).toEqual([
      { key: 'new/a.csv', code: 'AccessDenied', message: expect.stringMatching(/^copyObject: /) as string },
    ]);
  });

  it.each([
    ['throws if S3 is not reached for the first object', 'done/a.csv'],
    ['lists a later object for which S3 is not reached', 'done/ü b.csv'],
  ])('%s', async (_title, key) => {
    await using aws = fakeAws({
      answers: { ...answers, CopyObject: ({ Key }: Copying) => (Key === key ? fault('reset') : answers.CopyObject) },
    });
    const copy = copyPrefix({ ...copying, concurrency: 1 }, { session: aws.session });
    if (key === 'done/a.csv') await expect(copy).rejects.toThrow(ConnectionError);
    else expect((await copy).failed).toMatchObject([{ key: 'new/ü b.csv' }]);
  });

  it('replaces no object with ifNoneMatch', async () => {
    const exists = awsError('PreconditionFailed', 'At least one of the pre-conditions', { status: 412 });
    await using aws = fakeAws({
      answers: { ...answers, CopyObject: ({ Key }: Copying) => (Key === 'done/a.csv' ? exists : answers.CopyObject) },
    });
    for (const call of [copyPrefix, movePrefix]) {
      const { objectCount, failed } = await call({ ...copying, ifNoneMatch: '*' }, { session: aws.session });
      expect([objectCount, failed]).toMatchObject([1, [{ key: 'new/a.csv', code: 'PreconditionFailed' }]]);
    }
    for (const { operation, headers } of aws.requests)
      if (operation === 'CopyObject') expect(headers).toMatchObject({ 'if-none-match': '*' });
  });

  it('lists an object whose new key is too long', async () => {
    await using aws = fakeAws({ answers });
    const { objectCount, failed } = await copyPrefix(
      { ...copying, prefix: 'x'.repeat(1_020) },
      { session: aws.session },
    );
    expect(objectCount).toBe(0);
    expect(failed.map(({ code }) => code)).toEqual(['InvalidInputError', 'InvalidInputError']);
  });

  it('throws errors about a bucket, and says how many objects are already copied', async () => {
    await using aws = fakeAws({ answers });
    const { session } = aws;
    aws.once('CopyObject', answers.CopyObject);
    aws.on('CopyObject', awsError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 }));
    const copy = copyPrefix({ ...copying, concurrency: 1 }, { session });
    await expect(copy).rejects.toThrow(NotFoundError);
    await expect(copy).rejects.toThrow('The number of objects that are already copied to bucket archive is 1.');
    aws.on('CopyObject', fault('html-502'));
    await expect(copyPrefix(copying, { session })).rejects.toThrow(ServiceError);
    aws.on('ListObjectsV2', denial);
    await expect(copyPrefix(copying, { session })).rejects.toThrow(AccessDeniedError);
  });

  it.each([
    [{ source: { bucket: 'reports', prefix: '' } }, 'provide everything: true with an empty prefix'],
    [{ everything: false, source: { bucket: 'reports', prefix: '' } }, 'provide everything: true with an empty prefix'],
    [{ bucket: 'reports', prefix: 'new/old/' }, 'provide a destination whose prefix does not start with'],
    [{ bucket: 'reports', prefix: 'new/' }, 'provide a destination whose prefix does not start with'],
    [
      { bucket: 'reports', everything: true, source: { bucket: 'reports', prefix: '' } },
      'provide a destination whose prefix does not start with',
    ],
  ])('rejects a dangerous input and sends nothing: %o', async (members, message) => {
    await using aws = fakeAws();
    for (const call of [copyPrefix, movePrefix]) {
      const calling = call({ ...copying, ...members }, { session: aws.session });
      await expect(calling).rejects.toThrow(InvalidInputError);
      await expect(calling).rejects.toThrow(message);
    }
    expect(aws.requests).toEqual([]);
  });

  it('accepts everything of another bucket, and an empty new prefix', async () => {
    await using aws = fakeAws({ answers });
    const { session } = aws;
    const whole = { bucket: 'archive', prefix: '', everything: true, source: { bucket: 'reports', prefix: '' } };
    expect(await copyPrefix(whole, { session })).toMatchObject({ objectCount: 2 });
    expect(aws.requests.at(-1)?.input).toMatchObject({ Key: 'new/ü b.csv' });
    expect(await copyPrefix({ ...copying, prefix: '' }, { session })).toMatchObject({ objectCount: 2 });
    expect(aws.requests.at(-1)?.input).toMatchObject({ Key: 'ü b.csv' });
  });
});

describe('movePrefix', () => {
  it('deletes each object only after its copy is verified', async () => {
    await using aws = fakeAws({ answers });
    expect(await movePrefix({ ...copying, concurrency: 1 }, { session: aws.session })).toMatchObject({
      objectCount: 2,
    });
    const changes = aws.requests.filter(({ operation }) => /^(?:Copy|Delete)Object$/.test(operation));
    expect(changes.map(({ operation, input: { Bucket, Key } }) => [operation, Bucket, Key])).toEqual([
      ['CopyObject', 'archive', 'done/a.csv'],
      ['DeleteObject', 'reports', 'new/a.csv'],
      ['CopyObject', 'archive', 'done/ü b.csv'],
      ['DeleteObject', 'reports', 'new/ü b.csv'],
    ]);
  });

  it('keeps an object whose copy is not verified, and moves the others', async () => {
    const { HeadObject: head } = answers;
    await using aws = fakeAws({
      answers: {
        ...answers,
        HeadObject: ({ Key }: Copying) => (Key === 'done/a.csv' ? { ...head, ContentLength: 4 } : head),
      },
    });
    const { objectCount, failed } = await movePrefix(copying, { session: aws.session });
    expect(objectCount).toBe(1);
    expect(failed).toMatchObject([{ key: 'new/a.csv', code: 'UnexpectedResponseError' }]);
    expect(failed[0]?.message).toMatch(/differs from new\/a\.csv.*the source is kept/);
    const deleted = aws.requests.filter(({ operation }) => operation === 'DeleteObject');
    expect(deleted.map(({ input }) => input['Key'])).toEqual(['new/ü b.csv']);
  });
});

describe('deletePrefix', () => {
  it('deletes 1,000 objects per request, and reports each result', async () => {
    const page = (start: number, count: number): object[] =>
      Array.from({ length: count }, (_, n) => objectOf(`new/${start + n}`));
    await using aws = fakeAws({ answers });
    aws.once('ListObjectsV2', { Contents: page(0, 1_000), IsTruncated: true, NextContinuationToken: 't' });
    aws.once('ListObjectsV2', { Contents: page(1_000, 5), IsTruncated: false });
    let count = 0;
    const result = await deletePrefix({ ...source, onObject: () => void count++ }, { session: aws.session });
    expect(result).toEqual({ objectCount: 1_005, sizeBytes: 5_025, failed: [] });
    expect(count).toBe(1_005);
    expect(operations(aws).filter((each) => each === 'DeleteObjects')).toHaveLength(2);
  });

  it('lists objects that S3 has not deleted', async () => {
    const error = { Key: 'new/a.csv', Code: 'AccessDenied', Message: 'Access Denied' };
    await using aws = fakeAws({ answers: { ...answers, DeleteObjects: { Errors: [error] } } });
    expect(await deletePrefix(source, { session: aws.session })).toEqual({
      objectCount: 1,
      sizeBytes: 7,
      failed: [{ key: 'new/a.csv', code: 'AccessDenied', message: 'Access Denied' }],
    });
  });

  it('does nothing for a prefix without objects', async () => {
    await using aws = fakeAws({ answers: { ListObjectsV2: { IsTruncated: false } } });
    const empty = { objectCount: 0, sizeBytes: 0, failed: [] };
    expect(await deletePrefix(source, { session: aws.session })).toEqual(empty);
    expect(operations(aws)).toEqual(['ListObjectsV2']);
  });

  it('rejects an empty prefix without everything, and sends nothing', async () => {
    await using aws = fakeAws({ answers });
    const { session } = aws;
    const deleting = deletePrefix({ bucket: 'reports', prefix: '' }, { session });
    await expect(deleting).rejects.toThrow(InvalidInputError);
    await expect(deleting).rejects.toThrow(
      'deletePrefix: provide everything: true with an empty prefix, which selects all objects of the bucket',
    );
    expect(aws.requests).toEqual([]);
    expect(await deletePrefix({ bucket: 'reports', prefix: '', everything: true }, { session })).toMatchObject({
      objectCount: 2,
    });
  });

  it('stops when it is aborted', async () => {
    await using aws = fakeAws({ answers });
    const controller = new AbortController();
    const reason = new Error('enough');
    const onObject = (): void => controller.abort(reason);
    const deleting = copyPrefix(
      { ...copying, concurrency: 1, onObject },
      { session: aws.session, signal: controller.signal },
    );
    await expect(deleting).rejects.toBe(reason);
    expect(operations(aws).filter((each) => each === 'CopyObject')).toHaveLength(1);
  });
});
