import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { abortUploadsAfter, addLifecycleRule, expireAfter, removeLifecycleRule } from './index.js';

const bucket = 'reports';
const logs = { ID: 'logs', Status: 'Enabled', Filter: { Prefix: 'logs/' }, Expiration: { Days: 30 } };
const uploads = {
  ID: 'uploads',
  Status: 'Enabled',
  Filter: { Prefix: '' },
  AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
};
const configuration = { Rules: [logs, uploads], TransitionDefaultMinimumObjectSize: 'varies_by_storage_class' };
const done = { PutBucketLifecycleConfiguration: {}, DeleteBucketLifecycle: {} };
const missing = awsError('NoSuchLifecycleConfiguration', 'none', { status: 404 });

it('adds a rule, or replaces the rule with the same ID, and keeps the others', async () => {
  await using aws = fakeAws({ answers: { ...done, GetBucketLifecycleConfiguration: configuration } });
  const { session } = aws;
  await addLifecycleRule({ bucket, id: 'logs', rule: expireAfter({ days: 60, prefix: 'logs/' }) }, { session });
  expect(aws.requests[1]?.input).toMatchObject({
    TransitionDefaultMinimumObjectSize: 'varies_by_storage_class',
    LifecycleConfiguration: { Rules: [uploads, { ...logs, Expiration: { Days: 60 } }] },
  });
});

it('adds the first rule of a bucket; an ID in the rule is ignored', async () => {
  await using aws = fakeAws({ answers: { ...done, GetBucketLifecycleConfiguration: missing } });
  const rule = abortUploadsAfter({ days: 7, id: 'other' });
  await addLifecycleRule({ bucket, id: 'uploads', rule }, { session: aws.session });
  expect(aws.requests[1]?.input).toMatchObject({ LifecycleConfiguration: { Rules: [uploads] } });
});

it('removes one rule; without the last one, the bucket has no lifecycle configuration', async () => {
  await using aws = fakeAws({ answers: { ...done, GetBucketLifecycleConfiguration: configuration } });
  const { session } = aws;
  await removeLifecycleRule({ bucket, id: 'logs' }, { session });
  expect(aws.requests[1]?.input).toMatchObject({ LifecycleConfiguration: { Rules: [uploads] } });
  aws.on('GetBucketLifecycleConfiguration', { Rules: [logs] });
  await removeLifecycleRule({ bucket, id: 'logs' }, { session });
  expect(aws.requests.at(-1)?.operation).toBe('DeleteBucketLifecycle');
});

it('changes nothing if there is no such rule, and names the existing ones', async () => {
  await using aws = fakeAws({ answers: { GetBucketLifecycleConfiguration: configuration } });
  const removing = removeLifecycleRule({ bucket, id: 'log' }, { session: aws.session });
  await expect(removing).rejects.toThrow(NotFoundError);
  await expect(removing).rejects.toThrow(
    'removeLifecycleRule: lifecycle rule log in bucket reports does not exist: its rules are logs, uploads.',
  );
  aws.on('GetBucketLifecycleConfiguration', missing);
  await expect(removeLifecycleRule({ bucket, id: 'log' }, { session: aws.session })).rejects.toThrow(
    'does not exist: it has no lifecycle rules.',
  );
  expect(aws.requests.every(({ operation }) => operation === 'GetBucketLifecycleConfiguration')).toBe(true);
});

it('does not write if the rules cannot be read', async () => {
  await using aws = fakeAws({ answers: done });
  aws.on('GetBucketLifecycleConfiguration', awsError('NoSuchBucket', 'none', { status: 404 }));
  const rule = abortUploadsAfter({ days: 7 });
  const adding = addLifecycleRule({ bucket, id: 'uploads', rule }, { session: aws.session });
  await expect(adding).rejects.toThrow('bucket reports does not exist in this account and region');
  await expect(addLifecycleRule({ bucket, id: '', rule }, { session: aws.session })).rejects.toThrow(InvalidInputError);
  expect(aws.requests).toHaveLength(1);
});
