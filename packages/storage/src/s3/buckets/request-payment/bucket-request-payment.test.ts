import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { getBucketRequestPayment, putBucketRequestPayment } from './index.js';

it('sets and returns who pays', async () => {
  await using aws = fakeAws({
    answers: { PutBucketRequestPayment: {}, GetBucketRequestPayment: { Payer: 'Requester' } },
  });
  const { session } = aws;
  await putBucketRequestPayment({ bucket: 'public-data', payer: 'Requester' }, { session });
  expect(aws.requests[0]?.body).toContain('<Payer>Requester</Payer>');
  expect(await getBucketRequestPayment('public-data', { session })).toEqual({ payer: 'Requester' });
  await expect(putBucketRequestPayment({ bucket: 'public-data', payer: 'me' as never }, { session })).rejects.toThrow(
    'payer must be "BucketOwner" or "Requester" (got "me")',
  );
});
