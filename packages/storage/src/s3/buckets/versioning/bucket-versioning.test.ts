import { ConflictError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { getBucketVersioning, putBucketVersioning } from './index.js';

it('is Disabled if S3 names no state, because versioning was never enabled', async () => {
  await using aws = fakeAws();
  aws.once('GetBucketVersioning', {});
  expect(await getBucketVersioning('reports', { session: aws.session })).toEqual({
    status: 'Disabled',
    mfaDelete: false,
  });
  aws.once('GetBucketVersioning', { Status: 'Suspended', MFADelete: 'Enabled' });
  expect(await getBucketVersioning('reports', { session: aws.session })).toEqual({
    status: 'Suspended',
    mfaDelete: true,
  });
});

it('is enabled, and changes the requirement of multi-factor authentication only on request', async () => {
  await using aws = fakeAws({ answers: { PutBucketVersioning: {} } });
  await putBucketVersioning({ bucket: 'reports', status: 'Enabled' }, { session: aws.session });
  expect(aws.requests[0]?.body).toContain('<Status>Enabled</Status></VersioningConfiguration>');
  const mfa = 'arn:aws:iam::123456789012:mfa/root 123456';
  await putBucketVersioning(
    { bucket: 'reports', status: 'Suspended', mfaDelete: false, mfa },
    { session: aws.session },
  );
  expect(aws.requests[1]?.body).toContain('<MfaDelete>Disabled</MfaDelete>');
  expect(aws.requests[1]?.headers['x-amz-mfa']).toBe(mfa);
});

it('cannot be suspended for a bucket with Object Lock', async () => {
  await using aws = fakeAws();
  aws.on('PutBucketVersioning', awsError('InvalidBucketState', 'Object Lock is enabled', { status: 409 }));
  const suspending = putBucketVersioning({ bucket: 'originals', status: 'Suspended' }, { session: aws.session });
  await expect(suspending).rejects.toThrow(ConflictError);
  await expect(suspending).rejects.toThrow('Versioning cannot be suspended for a bucket with Object Lock');
});

it('does not quote the code of a device', async () => {
  await using aws = fakeAws();
  const bad = { bucket: 'reports', status: 'Enabled' as const, mfa: '123456' };
  const call = putBucketVersioning(bad, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.not.toThrow('123456');
  const withoutCode = { bucket: 'reports', status: 'Enabled' as const, mfaDelete: true };
  await expect(putBucketVersioning(withoutCode, { session: aws.session })).rejects.toThrow(
    'provide mfa with mfaDelete',
  );
  expect(aws.requests).toEqual([]);
});
