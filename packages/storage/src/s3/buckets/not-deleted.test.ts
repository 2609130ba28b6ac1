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
    {
      name: 'ConflictError',
      message: `The version's retention in COMPLIANCE mode ends at ${until}: nobody can delete the version before.`,
    },
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
      message: `The version's retention in GOVERNANCE mode ends at ${until}: pass bypassGovernanceRetention: true to delete the version before. The version has a legal hold: remove it with putObjectLegalHold`,
    },
  ],
  [
    'Object Lock, without permission to read the end of the retention',
    locked,
    denied,
    { name: 'ConflictError', message: 'describeObjectRetention() returns the end of the retention.' },
  ],
  [
    'a policy',
    'Access Denied',
    { ContentLength: 1 },
    {
      name: 'AccessDeniedError',
      message:
        'Possible reasons: no policy allows s3:DeleteObjectVersion, a policy denies it, or Object Lock protects the version (see describeObjectRetention).',
    },
  ],
])('names the reason why a bucket cannot be deleted: %s', async (_case, Message, head, expected) => {
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
  expect((error as Error).message).toContain('cannot delete 1 of the objects and versions in originals, e.g. "a"');
});

it("throws other errors with S3's reason, and marks an internal error as retryable", async () => {
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
