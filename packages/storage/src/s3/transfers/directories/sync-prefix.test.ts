import { InvalidInputError, policyFor } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { memoryBucket, type MemoryBucket } from './__fixtures__/memory-bucket.js';
import { type DirectoryProgress, type SyncedObject, syncPrefix, type SyncPrefixInput } from './index.js';

let store: MemoryBucket;
beforeEach(() => (store = memoryBucket()));
afterEach(() => store[Symbol.asyncDispose]());

type Input = SyncPrefixInput & { dryRun?: false };
const bucket = 'my-site';
const input: Input = { from: { bucket, prefix: 'www' }, to: { bucket, prefix: 'copy' } };
const [early, late] = [new Date('2026-01-01'), new Date('2026-09-01')];

it('copies new and changed objects within S3, and nothing the second time', async () => {
  for (const path of ['new', 'size', 'newer', 'same', 'é +&']) store.put(`www/${path}`, path);
  store.put('www/folder/', '');
  store.put('www/newer', 'newer', late);
  store.put('www2/other', 'x');
  store.put('copy/size', 'another');
  for (const path of ['newer', 'same', 'é +&']) store.put(`copy/${path}`, path, new Date('2026-05-01'));
  store.put('copy/extra', 'x');
  const { session } = store.aws;
  const plan = await syncPrefix({ ...input, dryRun: true }, { session });
  expect(String(plan)).toBe(
    [
      's3://my-site/www/ → s3://my-site/copy/',
      'copy      3 B  new  (new)',
      'copy      5 B  newer  (newer)',
      'copy      4 B  size  (another size)',
      'skip           folder/  (folder marker)',
      '3 to copy (12 B), 2 unchanged',
    ].join('\n'),
  );
  const seen: SyncedObject[] = [];
  const onObject = (result: SyncedObject): void => void seen.push(result);
  const result = await syncPrefix({ ...input, onObject }, { session });
  expect(result).toMatchObject({ transferredFiles: 3, transferredBytes: 12, unchangedFiles: 2, failed: [] });
  // In the order in which the copies end.
  expect(new Set(seen.map(({ action, path, reason }) => `${action} ${path} ${reason}`))).toEqual(
    new Set(['copy new new', 'copy newer newer', 'copy size size']),
  );
  expect(store.contents()).toMatchObject({ 'copy/new': 'new', 'copy/size': 'size', 'copy/extra': 'x' });
  expect([store.sent('CopyObject'), store.sent('GetObject'), store.sent('PutObject')]).toEqual([3, 0, 0]);
  store.put('www/newer', 'newer', early);
  expect(await syncPrefix(input, { session })).toMatchObject({ transferredFiles: 0, unchangedFiles: 5 });
});

it.each([
  [early, late, 0],
  [late, early, 1],
  [late, late, 1],
])('object of %s, copy of %s: copies %d', async (source, destination, copied) => {
  store.put('www/a', 'a', source);
  store.put('copy/a', 'A', destination);
  const { session } = store.aws;
  expect(await syncPrefix(input, { session })).toMatchObject({ transferredFiles: copied });
  const bySize = await syncPrefix({ ...input, compare: 'size', dryRun: true }, { session });
  expect(bySize.actions).toEqual([]);
});

it('compares by checksum on request, with requests only where the ETags differ', async () => {
  for (const path of ['a', 'b']) store.put(`www/${path}`, path, late);
  store.put('copy/a', 'a');
  store.put('copy/b', 'B');
  const { session } = store.aws;
  const found = await syncPrefix({ ...input, compare: 'checksum' }, { session });
  expect(found).toMatchObject({ transferredFiles: 1, unchangedFiles: 1 });
  expect(store.aws.requests.filter(({ operation }) => operation === 'HeadObject').map((each) => each.input)).toEqual([
    { Bucket: bucket, Key: 'www/b', ChecksumMode: 'ENABLED' },
    { Bucket: bucket, Key: 'copy/b', ChecksumMode: 'ENABLED' },
  ]);
});

it('applies the patterns to both sides', async () => {
  for (const path of ['a.html', 'b.tmp', 'c.js']) store.put(`www/${path}`, 'x');
  for (const path of ['a.html', 'd.tmp', 'e.js', 'f.html']) store.put(`copy/${path}`, 'x', late);
  const patterns = { include: ['*.html', '*.tmp'], exclude: ['*.tmp'], delete: true } as const;
  const plan = await syncPrefix({ ...input, ...patterns, dryRun: true }, { session: store.aws.session });
  expect(plan.actions.map(({ action, path }) => `${action} ${path}`)).toEqual(['delete f.html']);
});

it('copies objects of more than 5 GiB in parts', async () => {
  const Size = 5_368_709_121;
  const item = { Key: 'www/film', Size, ETag: '"5d-9"', LastModified: '2026-11-01T10:00:00Z' };
  await using aws = fakeAws({
    answers: {
      ListObjectsV2: ({ Prefix }: { Prefix?: string }) => ({
        Contents: Prefix === 'www/' ? [item] : [],
        IsTruncated: false,
      }),
      HeadObject: { ContentLength: Size, ETag: '"5d-9"' },
      GetObjectTagging: { TagSet: [] },
      CreateMultipartUpload: { UploadId: 'u-1' },
      UploadPartCopy: { CopyPartResult: { ETag: '"part"' } },
      CompleteMultipartUpload: { ETag: '"whole"' },
    },
  });
  const seen: DirectoryProgress[] = [];
  const onProgress = (progress: DirectoryProgress): void => void seen.push(progress);
  const result = await syncPrefix({ ...input, onProgress }, { session: aws.session });
  expect(result).toMatchObject({ transferredFiles: 1, transferredBytes: Size });
  expect(aws.requests.filter(({ operation }) => operation === 'UploadPartCopy')).toHaveLength(11);
  expect(seen.at(-1)).toMatchObject({ transferredFiles: 1, transferredBytes: Size, totalBytes: Size });
});

describe('delete', () => {
  const deleting: Input = { ...input, delete: true };

  it('deletes what the source lacks, after the copies, and reports each result', async () => {
    for (const path of ['a', 'b']) store.put(`www/${path}`, 'x');
    for (const path of ['b', 'old', 'older', 'x/y']) store.put(`copy/${path}`, 'x', late);
    const { session } = store.aws;
    store.aws.once('DeleteObjects', { Errors: [{ Key: 'copy/old', Code: 'AccessDenied', Message: 'No.' }] });
    const seen: SyncedObject[] = [];
    const onObject = (result: SyncedObject): void => void seen.push(result);
    const result = await syncPrefix({ ...deleting, maxDelete: 3, onObject }, { session });
    expect(result).toMatchObject({ transferredFiles: 1, deletedFiles: 2, failed: [{ path: 'old', action: 'delete' }] });
    expect(seen.map(({ action, path, error }) => [action, path, error?.message])).toEqual([
      ['copy', 'a', undefined],
      ['delete', 'old', 'syncPrefix: S3 has not deleted the object copy/old: No.'],
      ['delete', 'older', undefined],
      ['delete', 'x/y', undefined],
    ]);
    expect(await syncPrefix(deleting, { session }).catch(String)).toMatch(/would be deleted/);
  });

  it('refuses an empty source and too many deletions, before anything is copied', async () => {
    for (const path of ['a', 'b', 'c']) store.put(`copy/${path}`, 'x', late);
    const { session } = store.aws;
    await expect(syncPrefix({ ...deleting, maxDelete: 3 }, { session })).rejects.toThrow(
      'syncPrefix: the source contains no files, so 3 files of the destination would be deleted.',
    );
    for (const path of ['a', 'new']) store.put(`www/${path}`, 'x');
    await expect(syncPrefix(deleting, { session })).rejects.toMatchObject({ name: 'ConflictError' });
    expect(store.sent('CopyObject') + store.sent('DeleteObjects')).toBe(0);
    expect(await syncPrefix({ ...deleting, maxDelete: 2 }, { session })).toMatchObject({ deletedFiles: 2 });
  });

  it('deletes nothing if a copy fails', async () => {
    for (const path of ['a', 'b']) store.put(`www/${path}`, 'x');
    for (const path of ['b', 'old']) store.put(`copy/${path}`, 'x', late);
    store.aws.once('CopyObject', awsError('InvalidObjectState', 'The object is archived.', { status: 403 }));
    const seen: SyncedObject[] = [];
    const onObject = (each: SyncedObject): void => void seen.push(each);
    const result = await syncPrefix({ ...deleting, onObject }, { session: store.aws.session });
    expect(seen).toMatchObject([{ action: 'copy', path: 'a', error: { name: 'ConflictError' } }]);
    expect(result).toMatchObject({ keptFiles: 1, deletedFiles: 0, failed: [{ path: 'a', action: 'copy' }] });
    expect(store.sent('DeleteObjects')).toBe(0);
  });

  it('requires the permission to delete only on request', () => {
    expect(JSON.stringify(policyFor(syncPrefix))).not.toContain('s3:Delete');
    expect(JSON.stringify(policyFor(syncPrefix.with('delete')))).toContain('"s3:DeleteObject"');
  });
});

it('passes further members to every request that accepts them', async () => {
  for (const path of ['a', 'b', 'c']) store.put(`www/${path}`, 'x');
  for (const path of ['a', 'b', 'old']) store.put(`copy/${path}`, 'y', late);
  const aws = { RequestPayer: 'requester', ExpectedBucketOwner: '123456789012', ServerSideEncryption: 'AES256' };
  await syncPrefix({ ...input, delete: true, compare: 'checksum', aws }, { session: store.aws.session });
  for (const { operation, input: sent } of store.aws.requests) {
    expect(sent, operation).toMatchObject({ RequestPayer: 'requester' });
    expect('ServerSideEncryption' in sent).toBe(operation === 'CopyObject');
    const isOfSource = [sent['Prefix'], sent['Key']].some((text) => String(text).startsWith('www/'));
    expect('ExpectedBucketOwner' in sent, operation).toBe(!isOfSource);
  }
});

it('rejects an unsorted listing, and deletes nothing', async () => {
  const listed = (Key: string): object => ({ Key, Size: 1, LastModified: '2026-01-01T00:00:00Z' });
  store.aws.on('ListObjectsV2', ({ Prefix }: { Prefix: string }) => ({
    IsTruncated: false,
    Contents: [listed(`${Prefix}b`), listed(`${Prefix}a`)],
  }));
  await expect(syncPrefix({ ...input, delete: true }, { session: store.aws.session })).rejects.toThrow(
    'syncPrefix: the listing of the bucket is not sorted',
  );
  expect(store.sent('DeleteObjects')).toBe(0);
});

it('makes the destination equal to the source whatever fails, and touches nothing else', async () => {
  const path = fc.string({ unit: fc.constantFrom('a', 'b', '.', '/', '😀', '\uE000'), minLength: 1, maxLength: 4 });
  const tree = fc.dictionary(path, fc.constantFrom('x', 'y', 'longer'), { maxKeys: 15 });
  const failures = fc.array(fc.constantFrom('reset', 'denied'), { maxLength: 3 });
  const from = { bucket, prefix: 'www' };
  const allowed = { delete: true, maxDelete: 100, allowEmptySource: true, compare: 'checksum' } as const;
  await fc.assert(
    fc.asyncProperty(tree, tree, failures, async (source, destination, outcomes) => {
      await using own = memoryBucket();
      for (const [name, body] of Object.entries(source)) own.put(`www/${name}`, body);
      for (const [name, body] of Object.entries(destination)) own.put(`copy/${name}`, body);
      own.put('copy2', 'x');
      for (const outcome of outcomes) {
        const denial = awsError('AccessDenied', 'No.', { status: 403 });
        own.aws.once('CopyObject', outcome === 'denied' ? denial : fault('reset'));
      }
      const { session } = own.aws;
      const sync = (): Promise<unknown> =>
        syncPrefix({ from, to: { bucket, prefix: 'copy' }, ...allowed }, { session }).catch(() => undefined);
      for (let at = 0; at <= outcomes.length; at++) await sync();
      const expected = [
        ...Object.entries(source).flatMap(([name, body]) => [
          [`www/${name}`, body],
          [`copy/${name}`, body],
        ]),
        ['copy2', 'x'],
      ];
      expect(own.contents()).toEqual(Object.fromEntries(expected));
    }),
    { numRuns: 40 },
  );
});

it.each([
  [{ ...input, from: 'dist' as never }],
  [{ ...input, to: input.from }],
  [{ ...input, to: { bucket, prefix: 'www/copy' } }],
  [{ ...input, from: { bucket, prefix: 'www/new/' }, to: { bucket, prefix: 'www' } }],
  [{ ...input, from: { bucket } }],
  [{ ...input, to: { bucket: 'archive' }, delete: true }],
  [{ ...input, to: { bucket: 'archive--use1-az4--x-s3' } }],
  [{ ...input, maxDelete: 5 }],
  [{ ...input, compare: 'time' as 'size' }],
  [{ ...input, tags: { a: 'b' } } as Input],
])('rejects %j and sends nothing', async (rejected) => {
  await expect(syncPrefix(rejected, { session: store.aws.session })).rejects.toThrow(InvalidInputError);
  expect(store.aws.requests).toEqual([]);
});

it('accepts a prefix that begins with the same text, and a whole bucket with everything: true', async () => {
  store.put('www/a', 'a');
  const { session } = store.aws;
  const next = { ...input, to: { bucket, prefix: 'www2' } };
  expect(await syncPrefix(next, { session })).toMatchObject({ transferredFiles: 1 });
  const whole = { from: { bucket, prefix: 'www' }, to: { bucket: 'archive' }, delete: true, everything: true } as const;
  const plan = await syncPrefix({ ...whole, dryRun: true }, { session });
  expect(plan.actions.map(({ action, path }) => `${action} ${path}`)).toEqual([
    'copy a',
    'delete www/a',
    'delete www2/a',
  ]);
});
