import { CapacityError, ConflictError, DeadlineError, InvalidInputError, NotFoundError, WaitError } from '@arch/core';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { getArchivedObject } from './index.js';

const object = { bucket: 'originals', key: 'contract.pdf' };
const restored = 'ongoing-request="false", expiry-date="Fri, 02 Jan 2026 00:00:00 GMT"';
const archived = { ContentLength: 6, ETag: '"5d"', StorageClass: 'GLACIER' };
const ongoing = { ...archived, Restore: 'ongoing-request="true"' };
const content = { ...archived, Restore: restored, Body: 'signed' };
const answers = { HeadObject: { ...archived, Restore: restored }, RestoreObject: {}, GetObject: content };
const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);

it('restores an archived object, waits for hours, and reads it', async () => {
  await using aws = fakeAws({ answers });
  let heads = 0;
  aws.on('HeadObject', () => {
    heads++;
    return heads === 1 ? archived : heads < 200 ? ongoing : answers.HeadObject;
  });
  const states: string[] = [];
  const onProgress = ({ state }: { readonly state: string }): void => void states.push(state);
  const contract = await getArchivedObject({ ...object, onProgress }, { session: aws.session });
  expect(await contract.text()).toBe('signed');
  expect(aws.requests[1]).toMatchObject({
    operation: 'RestoreObject',
    input: { RestoreRequest: { Days: 1, GlacierJobParameters: { Tier: 'Standard' } } },
  });
  expect(states).toHaveLength(199);
  expect(new Set(states)).toEqual(new Set(['restoring', 'restored']));
  expect(operations(aws).at(-1)).toBe('GetObject');
  expect(aws.clock.elapsedMs).toBeGreaterThan(3 * 3_600_000);
});

it.each([
  ['reads an object that is not archived immediately', { ...archived, StorageClass: undefined }],
  ['reads an object that is already restored immediately', answers.HeadObject],
  ['reads an INTELLIGENT_TIERING object in an access tier', { ...archived, StorageClass: 'INTELLIGENT_TIERING' }],
])('%s', async (_title, head) => {
  await using aws = fakeAws({ answers: { ...answers, HeadObject: head } });
  await getArchivedObject({ ...object, versionId: 'v1' }, { session: aws.session });
  expect(operations(aws)).toEqual(['HeadObject', 'GetObject']);
  expect(aws.requests[1]?.input).toMatchObject({ VersionId: 'v1' });
});

it('waits for a restore that is in progress, without a new request', async () => {
  await using aws = fakeAws({ answers });
  aws.once('HeadObject', ongoing);
  aws.once('HeadObject', ongoing);
  await getArchivedObject(object, { session: aws.session });
  expect(operations(aws)).toEqual(['HeadObject', 'HeadObject', 'HeadObject', 'GetObject']);
});

it('restores an object of INTELLIGENT_TIERING without days', async () => {
  await using aws = fakeAws({
    answers: { ...answers, HeadObject: { ...archived, StorageClass: 'INTELLIGENT_TIERING' } },
  });
  aws.once('HeadObject', { ...archived, StorageClass: 'INTELLIGENT_TIERING', ArchiveStatus: 'ARCHIVE_ACCESS' });
  await getArchivedObject({ ...object, tier: 'Bulk' }, { session: aws.session });
  expect(aws.requests[1]?.input).toMatchObject({ RestoreRequest: { GlacierJobParameters: { Tier: 'Bulk' } } });
  expect(aws.requests[1]?.body).not.toContain('<Days>');
});

it('throws the error of the restore: no capacity for Expedited, or no such object', async () => {
  await using aws = fakeAws({ answers: { ...answers, HeadObject: archived } });
  aws.on('RestoreObject', awsError('GlacierExpeditedRetrievalNotAvailable', 'no capacity', { status: 503 }));
  const reading = getArchivedObject({ ...object, tier: 'Expedited' }, { session: aws.session });
  await expect(reading).rejects.toThrow(CapacityError);
  aws.on('HeadObject', awsError('NoSuchKey', 'no such key', { status: 404 }));
  await expect(getArchivedObject(object, { session: aws.session })).rejects.toThrow(NotFoundError);
  expect(operations(aws)).not.toContain('GetObject');
});

it('says after a deadline that S3 may still restore the object', async () => {
  await using aws = fakeAws({ answers: { ...answers, HeadObject: ongoing } });
  const reading = getArchivedObject(object, { session: aws.session, timeoutMs: 3_600_000 });
  await expect(reading).rejects.toThrow(DeadlineError);
  await expect(reading).rejects.toThrow('S3 may still restore the object contract.pdf: call again to wait for it.');
});

it('throws WaitError if S3 ends the restore without a copy, and NotFoundError if the object is deleted meanwhile', async () => {
  await using aws = fakeAws({ answers: { ...answers, HeadObject: archived } });
  const failing = getArchivedObject(object, { session: aws.session });
  await expect(failing).rejects.toThrow(WaitError);
  await expect(failing).rejects.toThrow(/^getArchivedObject: .*request one with restoreObject\.?$/);
  aws.once('HeadObject', ongoing);
  aws.once('HeadObject', ongoing);
  aws.on('HeadObject', awsError('NoSuchKey', 'no such key', { status: 404 }));
  const deleted = getArchivedObject(object, { session: aws.session });
  await expect(deleted).rejects.toThrow(NotFoundError);
  await expect(deleted).rejects.not.toThrow('S3 may still restore');
});

it('throws ConflictError if the restored copy expires before it is read', async () => {
  await using aws = fakeAws({ answers });
  aws.on('GetObject', awsError('InvalidObjectState', 'not valid for the storage class', { status: 403 }));
  await expect(getArchivedObject(object, { session: aws.session })).rejects.toThrow(ConflictError);
});

it.each([
  [{ ...object, days: 0 }, 'days must be at least 1 (got 0)'],
  [{ ...object, tier: 'Fast' as never }, 'tier'],
  [{ ...object, onProgress: 'log' as never }, 'onProgress must be a function'],
  [{ ...object, aws: {} } as never, 'unknown member aws'],
])('rejects invalid input before anything is sent: %o', async (input, message) => {
  await using aws = fakeAws();
  const reading = getArchivedObject(input, { session: aws.session });
  await expect(reading).rejects.toThrow(InvalidInputError);
  await expect(reading).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
