import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { deleteBucketTagging, getBucketTagging, putBucketTagging } from './index.js';

const bucket = 'reports';

it('puts, gets and deletes the tags of a bucket', async () => {
  const TagSet = [{ Key: 'team', Value: 'web' }];
  await using aws = fakeAws({
    answers: { PutBucketTagging: {}, GetBucketTagging: { TagSet }, DeleteBucketTagging: {} },
  });
  const { session } = aws;
  await putBucketTagging({ bucket, tags: { team: 'web' } }, { session });
  expect(aws.requests[0]?.input).toMatchObject({ Bucket: bucket, Tagging: { TagSet } });
  expect((await getBucketTagging(bucket, { session })).tags).toEqual({ team: 'web' });
  await deleteBucketTagging(bucket, { session });
  aws.on('GetBucketTagging', awsError('NoSuchTagSet', 'The TagSet does not exist', { status: 404 }));
  await expect(getBucketTagging(bucket, { session })).rejects.toThrow(NotFoundError);
});

it("rejects AWS's own tags before anything is sent", async () => {
  await using aws = fakeAws();
  const call = putBucketTagging({ bucket, tags: { 'aws:owner': 'me' } }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow('which is reserved for AWS');
  expect(aws.requests).toEqual([]);
});
