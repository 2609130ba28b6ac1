import { AccessDeniedError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { listObjectPreservations, type ObjectPreservation, preservationReport } from './index.js';

const bucket = 'originals';
const written = '2025-11-01T10:00:00Z';
const versionOf = (Key: string, VersionId = 'v1'): object => ({
  Key,
  VersionId,
  IsLatest: true,
  ETag: '"5d"',
  Size: 5,
  StorageClass: 'DEEP_ARCHIVE',
  LastModified: written,
});
const keys = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf'];
const retained = (Mode: string, RetainUntilDate: string): object => ({ Retention: { Mode, RetainUntilDate } });
const unset = awsError('NoSuchObjectLockConfiguration', 'no lock', { status: 404 });
const denial = awsError('AccessDenied', 'Access Denied', { status: 403 });
// The clock of a fake AWS starts on 1 January 2026.
const retentions: Readonly<Record<string, object>> = {
  'a.pdf': retained('COMPLIANCE', '2033-01-01T00:00:00Z'),
  'b.pdf': retained('GOVERNANCE', '2027-06-01T00:00:00Z'),
  'c.pdf': retained('GOVERNANCE', '2025-12-31T23:59:59Z'),
};

interface Request {
  readonly Key?: string;
}

const answers = {
  GetBucketVersioning: { Status: 'Enabled' },
  GetObjectLockConfiguration: { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } },
  ListObjectVersions: {
    Versions: keys.map((key) => versionOf(key)),
    DeleteMarkers: [{ Key: 'd.pdf', VersionId: 'v0', IsLatest: true, LastModified: written }],
    IsTruncated: false,
  },
  GetObjectRetention: ({ Key = '' }: Request) => retentions[Key] ?? unset,
  GetObjectLegalHold: ({ Key }: Request) => (Key === 'd.pdf' ? { LegalHold: { Status: 'ON' } } : unset),
};
const withoutLock = awsError('ObjectLockConfigurationNotFoundError', 'none', { status: 404 });
const unversioned = {
  GetBucketVersioning: {},
  GetObjectLockConfiguration: withoutLock,
  ListObjectVersions: { Versions: [versionOf('a.pdf', 'null'), versionOf('b.pdf', 'null')], IsTruncated: false },
};
const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);

describe('listObjectPreservations', () => {
  it('lists each version with its retention and its legal hold, and omits delete markers', async () => {
    await using aws = fakeAws({ answers });
    const found = await listObjectPreservations({ bucket, prefix: '' }, { session: aws.session }).toArray();
    expect(found.map(({ key, isLocked, legalHold }) => [key, isLocked, legalHold])).toEqual([
      ['a.pdf', true, false],
      ['b.pdf', true, false],
      ['c.pdf', false, false],
      ['d.pdf', true, true],
      ['e.pdf', false, false],
    ]);
    expect(found[0]).toEqual({
      key: 'a.pdf',
      versionId: 'v1',
      isLatest: true,
      sizeBytes: 5,
      storageClass: 'DEEP_ARCHIVE',
      isLocked: true,
      mode: 'COMPLIANCE',
      retainUntilDate: new Date('2033-01-01T00:00:00Z'),
      legalHold: false,
      isLostOnDeletion: false,
    });
    const inputs = aws.requests.map(({ input }) => input);
    expect(inputs).toContainEqual(expect.objectContaining({ Key: 'a.pdf', VersionId: 'v1' }));
  });

  it('omits versions that are deleted meanwhile', async () => {
    await using aws = fakeAws({ answers });
    const gone = awsError('NoSuchVersion', 'no such version', { status: 404 });
    aws.on('GetObjectRetention', ({ Key }: Request) => (Key === 'b.pdf' ? gone : unset));
    const found = await listObjectPreservations(bucket, { session: aws.session }).toArray();
    expect(found.map(({ key }) => key)).toEqual(['a.pdf', 'c.pdf', 'd.pdf', 'e.pdf']);
  });

  it('reads only as far as the consumer', async () => {
    await using aws = fakeAws({ answers });
    expect(await listObjectPreservations({ bucket, concurrency: 1 }, { session: aws.session }).first()).toMatchObject({
      key: 'a.pdf',
    });
    expect(operations(aws).filter((each) => each === 'GetObjectRetention')).toHaveLength(1);
  });

  it('throws AccessDeniedError instead of listing a version as not locked', async () => {
    await using aws = fakeAws({ answers: { ...answers, GetObjectLegalHold: denial } });
    const listing = listObjectPreservations(bucket, { session: aws.session }).toArray();
    await expect(listing).rejects.toThrow(AccessDeniedError);
    await expect(listing).rejects.toThrow('s3:GetObjectLegalHold');
  });
});

describe('preservationReport', () => {
  it('summarizes the versions that are locked until when, and those that are not', async () => {
    await using aws = fakeAws({ answers });
    const seen: ObjectPreservation[] = [];
    const onObject = (object: ObjectPreservation): void => void seen.push(object);
    const report = await preservationReport({ bucket, prefix: '2019/', onObject }, { session: aws.session });
    expect(report).toEqual({
      bucket,
      prefix: '2019/',
      versioning: 'Enabled',
      objectLock: true,
      defaultRetention: undefined,
      locked: { versionCount: 3, sizeBytes: 15 },
      bypassable: { versionCount: 1, sizeBytes: 5 },
      underLegalHold: { versionCount: 1, sizeBytes: 5 },
      unlocked: { versionCount: 2, sizeBytes: 10 },
      lostOnDeletion: { versionCount: 0, sizeBytes: 0 },
      lockedUntil: [
        { year: 2027, versionCount: 1, sizeBytes: 5 },
        { year: 2033, versionCount: 1, sizeBytes: 5 },
      ],
      earliestRetainUntilDate: new Date('2027-06-01T00:00:00Z'),
      latestRetainUntilDate: new Date('2033-01-01T00:00:00Z'),
    });
    expect(seen.map(({ key }) => key)).toEqual(keys);
    expect(aws.requests.find(({ operation }) => operation === 'ListObjectVersions')?.input).toMatchObject({
      Prefix: '2019/',
    });
  });

  it('reports what any deletion would lose in a bucket without versioning, without a request per version', async () => {
    await using aws = fakeAws({ answers: unversioned });
    const report = await preservationReport(bucket, { session: aws.session });
    expect(report).toMatchObject({
      versioning: 'Disabled',
      objectLock: false,
      locked: { versionCount: 0 },
      unlocked: { versionCount: 2 },
      lostOnDeletion: { versionCount: 2, sizeBytes: 10 },
      lockedUntil: [],
    });
    expect(report).not.toHaveProperty('earliestRetainUntilDate');
    expect(operations(aws)).toEqual(['GetBucketVersioning', 'GetObjectLockConfiguration', 'ListObjectVersions']);
  });

  it('knows that S3 keeps versions with an ID while versioning is suspended', async () => {
    const listed = { Versions: [versionOf('a.pdf', 'null'), versionOf('a.pdf', 'v1')], IsTruncated: false };
    await using aws = fakeAws({
      answers: { ...unversioned, GetBucketVersioning: { Status: 'Suspended' }, ListObjectVersions: listed },
    });
    const report = await preservationReport(bucket, { session: aws.session });
    expect(report).toMatchObject({ lostOnDeletion: { versionCount: 1 }, unlocked: { versionCount: 2 } });
  });

  it('reports an empty bucket, and throws for one that does not exist', async () => {
    await using aws = fakeAws({ answers: { ...answers, ListObjectVersions: { IsTruncated: false } } });
    expect(await preservationReport(bucket, { session: aws.session })).toMatchObject({ locked: { versionCount: 0 } });
    aws.on('GetBucketVersioning', awsError('NoSuchBucket', 'no such bucket', { status: 404 }));
    await expect(preservationReport(bucket, { session: aws.session })).rejects.toThrow(NotFoundError);
  });

  it.each([
    [{ bucket, concurrency: 0 }, 'concurrency must be at least 1 (got 0)'],
    [{ bucket, onObject: 'log' as never }, 'onObject must be a function'],
    [{ bucket, aws: {} } as never, 'unknown member aws'],
  ])('rejects invalid input before anything is sent: %o', async (input, message) => {
    await using aws = fakeAws();
    const reporting = preservationReport(input, { session: aws.session });
    await expect(reporting).rejects.toThrow(InvalidInputError);
    await expect(reporting).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
