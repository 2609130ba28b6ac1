import { AccessDeniedError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { type PrefixObject, type PrefixProgress, restorePrefix } from './index.js';

const written = '2026-11-01T10:00:00Z';
const objectOf = (Key: string, StorageClass: string, status?: object): object => ({
  Key,
  StorageClass,
  Size: 5,
  ETag: '"5d"',
  LastModified: written,
  ...(status && { RestoreStatus: status }),
});
const ongoing = { IsRestoreInProgress: true };
const restored = { IsRestoreInProgress: false, RestoreExpiryDate: '2026-01-05T00:00:00Z' };
const listingOf = (first?: object, second?: object): object => ({
  Contents: [
    objectOf('2019/a.pdf', 'GLACIER', first),
    objectOf('2019/b.pdf', 'DEEP_ARCHIVE', second),
    objectOf('2019/c.pdf', 'STANDARD'),
    objectOf('2019/d.pdf', 'GLACIER_IR'),
    objectOf('2019/e.pdf', 'INTELLIGENT_TIERING'),
  ],
  IsTruncated: false,
});
const place = { bucket: 'originals', prefix: '2019/' };
const input = { ...place, days: 3 };
const answers = { ListObjectsV2: listingOf(), RestoreObject: {} };
const denial = awsError('AccessDenied', 'Access Denied', { status: 403 });
const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);
const failing =
  (failed: string) =>
  ({ Key }: { readonly Key?: string }): object =>
    Key === failed ? denial : {};

it('requests the restore of each archived object, and reports each result and the progress', async () => {
  await using aws = fakeAws({ answers });
  const [seen, progress]: [PrefixObject[], PrefixProgress[]] = [[], []];
  const onObject = (each: PrefixObject): void => void seen.push(each);
  const onProgress = (each: PrefixProgress): void => void progress.push(each);
  const result = await restorePrefix({ ...input, tier: 'Bulk', onObject, onProgress }, { session: aws.session });
  expect(result).toEqual({
    ...place,
    objectCount: 2,
    sizeBytes: 10,
    readableCount: 2,
    tieringCount: 1,
    failed: [],
  });
  expect(operations(aws)).toEqual(['ListObjectsV2', 'RestoreObject', 'RestoreObject']);
  expect(aws.requests[1]?.input).toMatchObject({
    Key: '2019/a.pdf',
    RestoreRequest: { Days: 3, GlacierJobParameters: { Tier: 'Bulk' } },
  });
  expect(seen.map(({ key }) => key)).toEqual(['2019/a.pdf', '2019/b.pdf']);
  expect(progress.at(-1)).toEqual({ objectCount: 2, sizeBytes: 10, failedCount: 0 });
});

it('waits until all objects are restored, with one listing per check, and reports how many can be read', async () => {
  await using aws = fakeAws({ answers });
  const listings = [listingOf(), listingOf(ongoing, ongoing), listingOf(restored, ongoing)];
  aws.on('ListObjectsV2', () => listings.shift() ?? listingOf(restored, restored));
  const reasons: (string | undefined)[] = [];
  const onProgress = ({ reason }: { readonly reason?: string | undefined }): void => void reasons.push(reason);
  const result = await restorePrefix(input, { session: aws.session, wait: { onProgress } });
  expect(result).toMatchObject({ objectCount: 2, sizeBytes: 10, readableCount: 2, tieringCount: 1, failed: [] });
  expect(reasons).toEqual(['0 of 2', '1 of 2', '2 of 2'].map((each) => `${each} objects are restored`));
  expect(operations(aws).slice(3)).toEqual(['ListObjectsV2', 'ListObjectsV2', 'ListObjectsV2']);
  expect(aws.requests.at(-1)?.headers).toMatchObject({ 'x-amz-optional-object-attributes': 'RestoreStatus' });
});

it('reads the state of each object if the listing does not contain it', async () => {
  await using aws = fakeAws({ answers });
  const ready = 'ongoing-request="false", expiry-date="Fri, 02 Jan 2026 00:00:00 GMT"';
  const head = { ContentLength: 5, StorageClass: 'GLACIER' };
  aws.on('HeadObject', { ...head, Restore: ready });
  aws.once('HeadObject', { ...head, Restore: 'ongoing-request="true"' });
  expect(await restorePrefix(input, { session: aws.session, wait: true })).toMatchObject({
    objectCount: 2,
    failed: [],
  });
  expect(operations(aws).filter((each) => each === 'HeadObject')).toHaveLength(4);
});

it('lists an object that fails, restores the others, and does not wait for the failed one', async () => {
  await using aws = fakeAws({ answers: { ...answers, RestoreObject: failing('2019/a.pdf') } });
  aws.once('ListObjectsV2', listingOf());
  aws.on('ListObjectsV2', listingOf(undefined, restored));
  const { objectCount, failed } = await restorePrefix(input, { session: aws.session, wait: true });
  expect(objectCount).toBe(1);
  expect(failed).toEqual([
    { key: '2019/a.pdf', code: 'AccessDenied', message: expect.stringMatching(/^restoreObject: /) as string },
  ]);
  expect(operations(aws)).not.toContain('HeadObject');
});

it('lists an object that S3 does not restore, and ignores one that was deleted during the wait', async () => {
  await using aws = fakeAws({ answers });
  aws.on('HeadObject', ({ Key }: { readonly Key?: string }) =>
    Key === '2019/a.pdf'
      ? { ContentLength: 5, StorageClass: 'GLACIER' }
      : awsError('NoSuchKey', 'no key', { status: 404 }),
  );
  const { objectCount, failed } = await restorePrefix(input, { session: aws.session, wait: true });
  expect(objectCount).toBe(0);
  expect(failed).toEqual([
    {
      key: '2019/a.pdf',
      code: 'NotRestored',
      message:
        'restorePrefix: S3 has no restored copy of 2019/a.pdf: it was archived later, or its copy has expired. Call again.',
    },
  ]);
});

it('succeeds for objects whose restore is already in progress, and for a prefix without objects', async () => {
  await using aws = fakeAws({ answers });
  aws.on('RestoreObject', awsError('RestoreAlreadyInProgress', 'in progress', { status: 409 }));
  expect(await restorePrefix(input, { session: aws.session })).toMatchObject({ objectCount: 2, failed: [] });
  aws.on('ListObjectsV2', { IsTruncated: false });
  expect(await restorePrefix(input, { session: aws.session, wait: true })).toMatchObject({ objectCount: 0 });
});

it('throws errors that concern all objects, with the number of those that were requested', async () => {
  await using aws = fakeAws({ answers: { ListObjectsV2: denial } });
  await expect(restorePrefix(input, { session: aws.session })).rejects.toThrow(AccessDeniedError);
  const gone = awsError('NoSuchBucket', 'no such bucket', { status: 404 });
  aws.on('ListObjectsV2', listingOf());
  aws.on('RestoreObject', ({ Key }: { readonly Key?: string }) => (Key === '2019/a.pdf' ? {} : gone));
  const restoring = restorePrefix({ ...input, concurrency: 1 }, { session: aws.session });
  await expect(restoring).rejects.toThrow(NotFoundError);
  await expect(restoring).rejects.toThrow('The number of objects whose restore is already requested is 1.');
});

it.each([
  [{ bucket: 'originals', prefix: '', days: 1 }, 'provide everything: true with an empty prefix'],
  [place as never, 'days is required'],
  [{ ...place, days: 0 }, 'days must be at least 1 (got 0)'],
  [{ ...input, tier: 'Fast' as never }, 'tier'],
  [{ ...input, aws: { Delimiter: '/' } }, 'aws.Delimiter is not accepted'],
])('rejects invalid input before anything is sent: %o', async (wrong, message) => {
  await using aws = fakeAws();
  const restoring = restorePrefix(wrong, { session: aws.session });
  await expect(restoring).rejects.toThrow(InvalidInputError);
  await expect(restoring).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
