import { ConflictError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { deleteBucketOwnershipControls, getBucketOwnershipControls, putBucketOwnershipControls } from './index.js';

const bucket = 'reports';

it('puts, gets and deletes the Object Ownership of a bucket', async () => {
  const OwnershipControls = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] };
  await using aws = fakeAws({
    answers: {
      PutBucketOwnershipControls: {},
      GetBucketOwnershipControls: { OwnershipControls },
      DeleteBucketOwnershipControls: {},
    },
  });
  const { session } = aws;
  await putBucketOwnershipControls({ bucket, objectOwnership: 'BucketOwnerEnforced' }, { session });
  expect(aws.requests[0]?.input).toMatchObject({ OwnershipControls });
  expect(await getBucketOwnershipControls(bucket, { session })).toEqual({ objectOwnership: 'BucketOwnerEnforced' });
  await deleteBucketOwnershipControls(bucket, { session });
  aws.on('GetBucketOwnershipControls', awsError('OwnershipControlsNotFoundError', 'none', { status: 404 }));
  await expect(getBucketOwnershipControls(bucket, { session })).rejects.toThrow(NotFoundError);
});

it('names the remedy if the access control list of the bucket grants access to others', async () => {
  await using aws = fakeAws();
  aws.on('PutBucketOwnershipControls', awsError('InvalidBucketAclWithObjectOwnership', 'has ACLs', { status: 400 }));
  const call = putBucketOwnershipControls({ bucket, objectOwnership: 'BucketOwnerEnforced' }, { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow('Its access control list grants access to others: remove these grants');
});
