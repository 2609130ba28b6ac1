import { ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { type DefaultRetention, getObjectLockConfiguration, putObjectLockConfiguration } from './index.js';

const bucket = 'originals';

it('is enabled, with and without a default retention', async () => {
  await using aws = fakeAws({ answers: { PutObjectLockConfiguration: {} } });
  await putObjectLockConfiguration(
    { bucket, defaultRetention: { mode: 'COMPLIANCE', years: 7 } },
    { session: aws.session },
  );
  expect(aws.requests[0]?.body).toContain(
    '<Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Years>7</Years></DefaultRetention></Rule>',
  );
  await putObjectLockConfiguration(bucket, { session: aws.session });
  expect(aws.requests[1]?.body).toContain('<ObjectLockEnabled>Enabled</ObjectLockEnabled>');
  expect(aws.requests[1]?.body).not.toContain('Rule');
});

it('is returned; a bucket without it throws NotFoundError', async () => {
  await using aws = fakeAws();
  aws.once('GetObjectLockConfiguration', {
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 30 } },
    },
  });
  expect(await getObjectLockConfiguration(bucket, { session: aws.session })).toEqual({
    objectLock: true,
    defaultRetention: { mode: 'GOVERNANCE', days: 30 },
  });
  aws.on('GetObjectLockConfiguration', awsError('ObjectLockConfigurationNotFoundError', 'none', { status: 404 }));
  await expect(getObjectLockConfiguration(bucket, { session: aws.session })).rejects.toThrow(NotFoundError);
});

it('requires versioning', async () => {
  await using aws = fakeAws();
  aws.on('PutObjectLockConfiguration', awsError('InvalidBucketState', 'Versioning must be enabled', { status: 409 }));
  const call = putObjectLockConfiguration(bucket, { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow("call putBucketVersioning({ bucket, status: 'Enabled' }) first");
});

it.each<[DefaultRetention, string]>([
  [{ mode: 'COMPLIANCE' }, 'defaultRetention: provide either days or years'],
  [{ mode: 'COMPLIANCE', days: 1, years: 1 }, 'defaultRetention: provide either days or years'],
  [{ mode: 'COMPLIANCE', years: 101 }, 'defaultRetention.years must be at most 100 (got 101)'],
  [{ mode: 'GOVERNANCE', days: 0.5 }, 'defaultRetention.days must be a whole number (got 0.5)'],
])('rejects the retention %o before anything is sent', async (defaultRetention, message) => {
  await using aws = fakeAws();
  const call = putObjectLockConfiguration({ bucket, defaultRetention }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
