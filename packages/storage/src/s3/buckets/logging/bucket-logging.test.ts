import { InvalidRequestError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { getBucketLogging, putBucketLogging } from './index.js';

const bucket = 'reports';
const target = { targetBucket: 'access-logs', targetPrefix: 'reports/', partitionDateSource: 'EventTime' };
const LoggingEnabled = {
  TargetBucket: 'access-logs',
  TargetPrefix: 'reports/',
  TargetObjectKeyFormat: { PartitionedPrefix: { PartitionDateSource: 'EventTime' } },
};

it('is turned on, and off without a target bucket', async () => {
  await using aws = fakeAws({ answers: { PutBucketLogging: {} } });
  await putBucketLogging({ bucket, ...target }, { session: aws.session });
  expect(aws.requests[0]?.input).toMatchObject({ BucketLoggingStatus: { LoggingEnabled } });
  await putBucketLogging({ bucket, targetBucket: 'access-logs' }, { session: aws.session });
  expect(aws.requests[1]?.body).toContain('<TargetPrefix></TargetPrefix>');
  await putBucketLogging({ bucket }, { session: aws.session });
  expect(aws.requests[2]?.body).not.toContain('LoggingEnabled');
});

it('is returned, also if it is off', async () => {
  await using aws = fakeAws();
  aws.once('GetBucketLogging', { LoggingEnabled });
  expect(await getBucketLogging(bucket, { session: aws.session })).toEqual(target);
  aws.once('GetBucketLogging', {});
  expect((await getBucketLogging(bucket, { session: aws.session })).targetBucket).toBeUndefined();
});

it('names the remedy for a target that S3 cannot use, and requires a target for a prefix', async () => {
  await using aws = fakeAws();
  aws.on('PutBucketLogging', awsError('InvalidTargetBucketForLogging', 'The target bucket does not exist'));
  const call = putBucketLogging({ bucket, targetBucket: 'access-logs' }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidRequestError);
  await expect(call).rejects.toThrow('The target bucket must exist, in the same region and account.');
  await expect(putBucketLogging({ bucket, targetPrefix: 'a/' }, { session: aws.session })).rejects.toThrow(
    'putBucketLogging: provide targetBucket with targetPrefix and partitionDateSource',
  );
});
