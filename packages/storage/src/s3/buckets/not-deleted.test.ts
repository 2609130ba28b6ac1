import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { deleteBucket } from './index.js';

const until = '2030-01-01T00:00:00.000Z';
const locked = 'Access Denied because object protected by object lock.';
const denied = awsError('AccessDenied', 'Access Denied', { status: 403 });

it.each<[string, string, object, { readonly name: string; readonly message: string }]>([
  [
    'a retention that nobody can end',
    locked,
    { ContentLength: 1, ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until },
    { name: 'ConflictError', message: `in COMPLIANCE mode ends at ${until}, and nobody can delete it before.` },
  ],
  [
    'a retention that can be bypassed, and a legal hold',
    'Access Denied',
    {
      ContentLength: 1,
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: until,
      ObjectLockLegalHoldStatus: 'ON',
    },
    {
      name: 'ConflictError',
      message: `in GOVERNANCE mode ends at ${until}; bypassGovernanceRetention: true deletes it before. Its legal hold is on: lift it with`,
    },
  ],
  [
    'Object Lock, whose date may not be read',
    locked,
    denied,
    { name: 'ConflictError', message: 'describeObjectRetention() returns the date' },
  ],
  [
    'a policy',
    'Access Denied',
    { ContentLength: 1 },
    { name: 'AccessDeniedError', message: 'no policy that allows s3:DeleteObjectVersion, or one that denies it' },
  ],
])('what prevents the deletion of a bucket is named: %s', async (_what, Message, head, expected) => {
  await using aws = fakeAws({
    answers: {
      ListObjectVersions: { Versions: [{ Key: 'a', VersionId: '1', ETag: '"e"' }] },
      DeleteObjects: { Errors: [{ Key: 'a', VersionId: '1', Code: 'AccessDenied', Message }] },
      HeadObject: head,
    },
  });
  const error = await deleteBucket({ bucket: 'originals', empty: true }, { session: aws.session }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({
    name: expected.name,
    code: 'AccessDenied',
    message: expect.stringContaining(expected.message) as string,
  });
  expect((error as Error).message).toContain('1 of the objects and versions in originals cannot be deleted');
});

it('another reason is the reason of S3, and an internal error can be retried', async () => {
  await using aws = fakeAws({
    answers: {
      ListObjectVersions: { Versions: [{ Key: 'a', VersionId: '1', ETag: '"e"' }] },
      DeleteObjects: { Errors: [{ Key: 'a', Code: 'InternalError', Message: 'We encountered an internal error.' }] },
    },
  });
  const deleting = deleteBucket({ bucket: 'originals', empty: true }, { session: aws.session });
  await expect(deleting).rejects.toMatchObject({ name: 'ServiceError', code: 'InternalError', retryable: true });
  await expect(deleting).rejects.toThrow('"a": We encountered an internal error.');
});
