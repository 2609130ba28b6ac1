import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { getBucketAccelerateConfiguration, putBucketAccelerateConfiguration } from './index.js';

it('is enabled, and Disabled if S3 names no status', async () => {
  await using aws = fakeAws({ answers: { PutBucketAccelerateConfiguration: {} } });
  const { session } = aws;
  await putBucketAccelerateConfiguration({ bucket: 'uploads', status: 'Enabled' }, { session });
  expect(aws.requests[0]?.body).toContain('<Status>Enabled</Status>');
  aws.once('GetBucketAccelerateConfiguration', {});
  expect(await getBucketAccelerateConfiguration('uploads', { session })).toEqual({ status: 'Disabled' });
  aws.once('GetBucketAccelerateConfiguration', { Status: 'Suspended' });
  expect(await getBucketAccelerateConfiguration('uploads', { session })).toEqual({ status: 'Suspended' });
});

it('requires a name without dots', async () => {
  await using aws = fakeAws();
  const call = putBucketAccelerateConfiguration({ bucket: 'my.uploads', status: 'Enabled' }, { session: aws.session });
  await expect(call).rejects.toThrow(
    'bucket must be a name without dots, which acceleration requires (got "my.uploads")',
  );
  expect(aws.requests).toEqual([]);
});
