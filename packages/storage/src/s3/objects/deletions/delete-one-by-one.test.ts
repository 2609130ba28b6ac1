import { NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { deleteObjects } from './index.js';

const denied = awsError('AccessDenied', 'Access Denied', { status: 403 });

describe('keys that XML cannot contain', () => {
  const objects = ['a\u0001b', 'plain', { key: 'c\uFFFF', versionId: 'v1' }];

  it('are deleted with one request each, the others together', async () => {
    await using aws = fakeAws({ answers: { DeleteObjects: {}, DeleteObject: {} } });
    const members = { bucket: 'reports', objects, bypassGovernanceRetention: true, aws: { RequestPayer: 'requester' } };
    expect(await deleteObjects(members, { session: aws.session })).toEqual({ deletedCount: 3, errors: [] });
    const [together, ...separate] = aws.requests;
    expect(together).toMatchObject({ operation: 'DeleteObjects', input: { Delete: { Objects: [{ Key: 'plain' }] } } });
    expect(separate.map(({ input }) => input)).toMatchObject([
      { Key: 'a\u0001b', BypassGovernanceRetention: true, RequestPayer: 'requester' },
      { Key: 'c\uFFFF', VersionId: 'v1', BypassGovernanceRetention: true },
    ]);
    expect(separate[0]?.path).toMatch(/a%01b/);
  });

  it("are in errors with S3's reason if S3 does not delete them", async () => {
    await using aws = fakeAws({ answers: { DeleteObjects: {}, DeleteObject: denied } });
    const { deletedCount, errors } = await deleteObjects({ bucket: 'reports', objects }, { session: aws.session });
    expect(deletedCount).toBe(1);
    expect([...errors].sort((one, other) => (one.key < other.key ? -1 : 1))).toEqual([
      { key: 'a\u0001b', code: 'AccessDenied', message: 'Access Denied' },
      { key: 'c\uFFFF', versionId: 'v1', code: 'AccessDenied', message: 'Access Denied' },
    ]);
  });

  it('reject the call if the error is about the bucket', async () => {
    const missing = awsError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 });
    await using aws = fakeAws({ answers: { DeleteObject: missing } });
    const deleting = deleteObjects({ bucket: 'reports', objects: ['\u0001'] }, { session: aws.session });
    await expect(deleting).rejects.toThrow(NotFoundError);
  });
});

describe('a store that rejects DeleteObjects', () => {
  it.each([
    ['MalformedXML', 400],
    ['MissingContentMD5', 400],
    ['NotImplemented', 501],
    ['MethodNotAllowed', 405],
  ])('receives one request per object: %s', async (code, status) => {
    await using aws = fakeAws({ answers: { DeleteObjects: awsError(code, 'No.', { status }), DeleteObject: {} } });
    const deleting = deleteObjects({ bucket: 'reports', objects: ['a', 'b'] }, { session: aws.session });
    expect(await deleting).toEqual({ deletedCount: 2, errors: [] });
    expect(aws.requests.filter(({ operation }) => operation === 'DeleteObject')).toHaveLength(2);
  });
});
