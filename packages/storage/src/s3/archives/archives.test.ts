import { ConflictError, InvalidInputError, NotFoundError, WaitError } from '@arch/core';
import { awsError, type FakeAws, fakeAws, fault } from '@arch/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  archiveObject,
  describeObjectRetention,
  putObjectLegalHold,
  putObjectRetention,
  restoreObject,
  waitForRestoredObject,
} from './index.js';
import { retainUntil } from '../retain.js';

const object = { bucket: 'originals', key: 'contract.pdf' };
const lockable = { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } };
const answers = {
  GetObjectLockConfiguration: lockable,
  HeadObject: { ContentLength: 5, ETag: '"5d"', VersionId: 'v1' },
  CopyObject: { CopyObjectResult: { ETag: '"5d"' }, VersionId: 'v2' },
  PutObjectRetention: {},
  PutObjectLegalHold: {},
  DeleteObject: {},
};
const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);

describe('archiveObject', () => {
  it('copies the object to an archive class and locks the copy for 7 years', async () => {
    await using aws = fakeAws({ answers });
    const archived = await archiveObject({ ...object, retain: { years: 7 } }, { session: aws.session });
    // The clock of a fake AWS starts on 1 January 2026.
    const retainUntilDate = new Date('2033-01-01T00:00:00Z');
    expect(archived).toEqual({
      ...object,
      storageClass: 'GLACIER',
      versionId: 'v2',
      previousVersionId: 'v1',
      mode: 'GOVERNANCE',
      retainUntilDate,
      legalHold: false,
    });
    expect(operations(aws)).toEqual([
      'GetObjectLockConfiguration',
      'HeadObject',
      'HeadObject',
      'CopyObject',
      'PutObjectRetention',
    ]);
    expect(aws.requests[3]?.headers).toMatchObject({
      'x-amz-copy-source': 'originals/contract.pdf?versionId=v1',
      'x-amz-copy-source-if-match': '"5d"',
      'x-amz-storage-class': 'GLACIER',
    });
    expect(aws.requests[4]?.input).toMatchObject({
      VersionId: 'v2',
      Retention: { Mode: 'GOVERNANCE', RetainUntilDate: retainUntilDate },
    });
  });

  it('sets a legal hold, another mode and class, and deletes the original version, if requested', async () => {
    await using aws = fakeAws({ answers });
    const archived = await archiveObject(
      {
        ...object,
        storageClass: 'DEEP_ARCHIVE',
        retain: { days: 30 },
        mode: 'COMPLIANCE',
        legalHold: true,
        deletePrevious: true,
      },
      { session: aws.session },
    );
    expect(archived).toMatchObject({ storageClass: 'DEEP_ARCHIVE', mode: 'COMPLIANCE', legalHold: true });
    expect(archived.previousVersionId).toBeUndefined();
    expect(operations(aws).slice(-3)).toEqual(['PutObjectRetention', 'PutObjectLegalHold', 'DeleteObject']);
    expect(aws.requests.at(-1)?.input).toMatchObject({ VersionId: 'v1' });
  });

  it('only locks an object that already has the class, and only moves it without retain and legalHold', async () => {
    await using aws = fakeAws({ answers });
    aws.once('HeadObject', { ContentLength: 5, VersionId: 'v1', StorageClass: 'GLACIER' });
    const until = new Date('2040-01-01T00:00:00Z');
    const locked = await archiveObject({ ...object, retain: { until } }, { session: aws.session });
    expect(locked).toMatchObject({ versionId: 'v1', retainUntilDate: until });
    expect(operations(aws)).not.toContain('CopyObject');
    const before = aws.requests.length;
    expect(await archiveObject(object, { session: aws.session })).toMatchObject({ versionId: 'v2', legalHold: false });
    expect(operations(aws).slice(before)).toEqual(['HeadObject', 'HeadObject', 'CopyObject']);
  });

  it('rejects before copying if the bucket has no Object Lock', async () => {
    const none = awsError('ObjectLockConfigurationNotFoundError', 'Object Lock configuration does not exist', {
      status: 404,
    });
    await using aws = fakeAws({ answers: { ...answers, GetObjectLockConfiguration: none } });
    const archiving = archiveObject({ ...object, retain: { years: 7 } }, { session: aws.session });
    await expect(archiving).rejects.toThrow(ConflictError);
    await expect(archiving).rejects.toThrow(
      'The bucket has no Object Lock: create a bucket with createBucket({ bucket, objectLock: true }).',
    );
    expect(operations(aws)).toEqual(['GetObjectLockConfiguration']);
  });

  it('deletes the copy if it cannot be locked, and names it in the error if the deletion fails', async () => {
    await using aws = fakeAws({ answers });
    const denied = awsError('AccessDenied', 'Access Denied', { status: 403 });
    aws.on('PutObjectRetention', denied);
    const archiving = (): Promise<unknown> =>
      archiveObject({ ...object, retain: { years: 7 } }, { session: aws.session });
    await expect(archiving()).rejects.toThrow('s3:PutObjectRetention');
    expect(aws.requests.at(-1)).toMatchObject({ operation: 'DeleteObject', input: { VersionId: 'v2' } });
    aws.on('DeleteObject', denied);
    await expect(archiving()).rejects.toThrow(
      'The version v2 of contract.pdf is left without the requested lock: delete it with deleteObject.',
    );
  });

  it.each([
    [{ ...object, retain: { years: 0 } }, 'retain'],
    [{ ...object, retain: { years: 101 } }, 'retain'],
    [{ ...object, retain: { years: 7, days: 1 } }, 'retain'],
    [
      { ...object, retain: { until: new Date('2020-01-01') } },
      'retain.until must be a date in the future (got 2020-01-01',
    ],
    [{ ...object, mode: 'COMPLIANCE' as const }, 'provide mode only together with retain'],
    [{ ...object, storageClass: 'STANDARD' as never }, 'storageClass'],
  ])('rejects invalid input before anything is sent: %o', async (input, message) => {
    await using aws = fakeAws();
    await expect(archiveObject(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
    await expect(archiveObject(input, { session: aws.session })).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});

it('ends a retention of years at the same hour, and never a day early', () => {
  expect(retainUntil({ years: 7 }, new Date('2024-02-29T12:00:00Z'))).toEqual(new Date('2031-03-01T12:00:00Z'));
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 100 }),
      (now, years) => {
        const until = retainUntil({ years }, now);
        expect(until.getUTCFullYear()).toBe(now.getUTCFullYear() + years);
        expect(until.getTime() % 86_400_000).toBe(now.getTime() % 86_400_000);
        expect(retainUntil({ days: years }, now).getTime() - now.getTime()).toBe(years * 86_400_000);
      },
    ),
  );
});

describe('a retention', () => {
  it('is described and extended; a version without one throws NotFoundError', async () => {
    await using aws = fakeAws({ answers });
    const { session } = aws;
    aws.once('GetObjectRetention', { Retention: { Mode: 'COMPLIANCE', RetainUntilDate: '2033-11-01T10:00:00Z' } });
    expect(await describeObjectRetention(object, { session })).toEqual({
      mode: 'COMPLIANCE',
      retainUntilDate: new Date('2033-11-01T10:00:00Z'),
    });
    aws.once('GetObjectRetention', awsError('NoSuchObjectLockConfiguration', 'does not have', { status: 404 }));
    await expect(describeObjectRetention(object, { session })).rejects.toThrow(NotFoundError);
    aws.once('GetObjectRetention', awsError('InvalidRequest', 'Bucket is missing Object Lock', { status: 400 }));
    await expect(describeObjectRetention(object, { session })).rejects.toThrow(ConflictError);
    const retainUntilDate = new Date('2099-01-01T00:00:00Z');
    const longer = { ...object, mode: 'GOVERNANCE' as const, retainUntilDate, bypassGovernanceRetention: true };
    await putObjectRetention(longer, { session });
    expect(aws.requests.at(-1)?.headers).toMatchObject({ 'x-amz-bypass-governance-retention': 'true' });
    await putObjectLegalHold({ ...object, versionId: 'v1', status: 'OFF' }, { session });
    expect(aws.requests.at(-1)?.input).toMatchObject({ VersionId: 'v1', LegalHold: { Status: 'OFF' } });
    await expect(putObjectRetention({ ...longer, retainUntilDate: new Date('soon') }, { session })).rejects.toThrow(
      'retainUntilDate',
    );
  });
});

describe('a restore', () => {
  const glacier = { ContentLength: 5, StorageClass: 'GLACIER' };
  const expiry = 'Fri, 21 Dec 2035 00:00:00 GMT';

  it('is requested, also a second time, and waited for', async () => {
    await using aws = fakeAws({ answers: { RestoreObject: {} } });
    const { session } = aws;
    expect(await restoreObject({ ...object, days: 3, tier: 'Bulk' }, { session })).toEqual(object);
    expect(aws.requests[0]?.input).toMatchObject({
      RestoreRequest: { Days: 3, GlacierJobParameters: { Tier: 'Bulk' } },
    });
    aws.on('RestoreObject', awsError('RestoreAlreadyInProgress', 'Object restore is already', { status: 409 }));
    aws.once('HeadObject', { ...glacier, Restore: 'ongoing-request="true"' });
    aws.once('HeadObject', fault('500'));
    aws.once('HeadObject', { ...glacier, Restore: `ongoing-request="false", expiry-date="${expiry}"` });
    const states: string[] = [];
    const onProgress = ({ state }: { state: string }): void => void states.push(state);
    const restored = await restoreObject({ ...object, days: 3 }, { session, wait: { onProgress } });
    expect(restored.restore).toEqual({ ongoing: false, expiryDate: new Date(expiry) });
    expect(states).toEqual(['restoring', 'restored']);
    expect(aws.clock.elapsedMs).toBeGreaterThanOrEqual(48_000);
  });

  it('throws ConflictError if the object is not archived, and CapacityError if S3 has no capacity', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    aws.once('RestoreObject', awsError('InvalidObjectState', 'Restore is not allowed', { status: 403 }));
    await expect(restoreObject({ ...object, days: 1 }, { session })).rejects.toThrow(ConflictError);
    aws.once('RestoreObject', awsError('GlacierExpeditedRetrievalNotAvailable', 'not available', { status: 503 }));
    const expedited = restoreObject({ ...object, days: 1, tier: 'Expedited' }, { session, maxAttempts: 1 });
    await expect(expedited).rejects.toMatchObject({ name: 'CapacityError' });
    await expect(restoreObject({ ...object, days: 0 }, { session })).rejects.toThrow('days must be at least 1 (got 0)');
  });

  it('is complete if the object can be read; the wait fails if no restore was requested', async () => {
    await using aws = fakeAws({ answers: { HeadObject: { ContentLength: 5, StorageClass: 'GLACIER_IR' } } });
    const { session } = aws;
    expect(await waitForRestoredObject(object, { session })).toMatchObject({ storageClass: 'GLACIER_IR' });
    const tiered = { ContentLength: 5, StorageClass: 'INTELLIGENT_TIERING' };
    aws.once('HeadObject', { ...tiered, ArchiveStatus: 'ARCHIVE_ACCESS', Restore: 'ongoing-request="true"' });
    aws.once('HeadObject', tiered);
    expect(await waitForRestoredObject(object, { session })).not.toHaveProperty('archiveStatus');
    aws.on('HeadObject', glacier);
    const waiting = waitForRestoredObject(object, { session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow('no restore is in progress; request one with restoreObject.');
  });
});
