import { AccessDeniedError, DeadlineError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { objectExists, waitForObject } from './index.js';

const object = { bucket: 'reports', key: '2026/11.csv' };
const head = { ContentLength: 5, ETag: '"5d"' };
const missing = awsError('NotFound', '', { status: 404 });

describe('objectExists', () => {
  it('returns true with one request', async () => {
    await using aws = fakeAws({ answers: { HeadObject: head } });
    expect(await objectExists({ ...object, versionId: 'v1' }, { session: aws.session })).toBe(true);
    expect(aws.requests.map(({ input }) => input)).toEqual([
      { Bucket: 'reports', Key: '2026/11.csv', VersionId: 'v1' },
    ]);
  });

  it('returns false for an unknown object, version or delete marker in an existing bucket', async () => {
    await using aws = fakeAws({ answers: { HeadBucket: {} } });
    const { session } = aws;
    aws.once('HeadObject', missing);
    expect(await objectExists(object, { session })).toBe(false);
    aws.once(
      'HeadObject',
      awsError('MethodNotAllowed', '', { status: 405, headers: { 'x-amz-delete-marker': 'true' } }),
    );
    expect(await objectExists({ ...object, versionId: 'v1' }, { session })).toBe(false);
    expect(aws.requests.map(({ operation }) => operation)).toEqual([
      'HeadObject',
      'HeadBucket',
      'HeadObject',
      'HeadBucket',
    ]);
  });

  it('throws if S3 does not say that the object is missing: for a denial, and for an unknown bucket', async () => {
    await using aws = fakeAws({ answers: { HeadBucket: missing } });
    const { session } = aws;
    aws.once('HeadObject', awsError('AccessDenied', '', { status: 403 }));
    await expect(objectExists(object, { session })).rejects.toThrow(AccessDeniedError);
    aws.once('HeadObject', missing);
    const asking = objectExists(object, { session });
    await expect(asking).rejects.toThrow(NotFoundError);
    await expect(asking).rejects.toThrow('objectExists: looking at the bucket: bucket reports does not exist');
  });

  it('rejects invalid input before anything is sent', async () => {
    await using aws = fakeAws();
    await expect(objectExists({ ...object, key: '' }, { session: aws.session })).rejects.toThrow(InvalidInputError);
    expect(aws.requests).toEqual([]);
  });
});

describe('waitForObject', () => {
  it('waits until the object exists, and returns it', async () => {
    await using aws = fakeAws({ answers: { HeadBucket: {} } });
    aws.once('HeadObject', missing);
    aws.once('HeadObject', missing);
    aws.once('HeadObject', head);
    const found = await waitForObject({ ...object, state: 'exists' }, { session: aws.session });
    expect(found).toMatchObject({ sizeBytes: 5, eTag: '"5d"' });
    expect(aws.requests.filter(({ operation }) => operation === 'HeadObject')).toHaveLength(3);
  });

  it('waits until the object is deleted', async () => {
    await using aws = fakeAws({ answers: { HeadBucket: {} } });
    aws.once('HeadObject', head);
    aws.once('HeadObject', missing);
    expect(await waitForObject({ ...object, state: 'deleted' }, { session: aws.session })).toBeUndefined();
  });

  it('throws at once for an unknown bucket if the object is to exist', async () => {
    await using aws = fakeAws({ answers: { HeadObject: missing, HeadBucket: missing } });
    const { session } = aws;
    await expect(waitForObject({ ...object, state: 'exists' }, { session })).rejects.toThrow(NotFoundError);
    expect(await waitForObject({ ...object, state: 'deleted' }, { session })).toBeUndefined();
  });

  it('throws DeadlineError with the state, and AccessDeniedError at once', async () => {
    await using aws = fakeAws({ answers: { HeadObject: head } });
    const { session } = aws;
    const waiting = waitForObject({ ...object, state: 'deleted' }, { session, timeoutMs: 5_000 });
    await expect(waiting).rejects.toThrow(DeadlineError);
    await expect(waiting).rejects.toThrow('waiting for 2026/11.csv, which is present');
    aws.on('HeadObject', awsError('AccessDenied', '', { status: 403 }));
    await expect(waitForObject({ ...object, state: 'exists' }, { session })).rejects.toThrow(AccessDeniedError);
  });
});
